package dev.sigillo.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** HTTP/1.1 servers on loopback, one port for each service. */
final class WebServer implements AutoCloseable {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Server server;
  private final SSLContext tls;
  private final InstantSource clock;
  private final Map<ServerConnector, Service> services = new HashMap<>();

  WebServer(SSLContext tls, InstantSource clock) {
    QueuedThreadPool threads = new QueuedThreadPool(256);
    threads.setDaemon(true);
    threads.setName("simulator");
    this.server = new Server(threads);
    this.tls = tls;
    this.clock = clock;
    server.setHandler(new Answering());
  }

  /** Opens a port (0: any) for a service and says which it is; to be called before start. */
  int open(int port, boolean secure, Service service) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(32 << 10);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector;
    if (secure) {
      SslContextFactory.Server factory = new SslContextFactory.Server();
      factory.setSslContext(tls);
      connector =
          new ServerConnector(
              server,
              null,
              null,
              null,
              1,
              1,
              AbstractConnectionFactory.getFactories(factory, plain));
    } else {
      connector = new ServerConnector(server, 1, 1, plain);
    }
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    connector.open();
    server.addConnector(connector);
    services.put(connector, service);
    return connector.getLocalPort();
  }

  void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the simulated services cannot start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      server.setStopTimeout(0);
      server.stop();
    } catch (Exception e) {
      throw new IOException("the simulated services cannot stop: " + e.getMessage(), e);
    }
  }

  private final class Answering extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Object connector = request.getConnectionMetaData().getConnector();
      Service service = services.get(connector);
      if (service == null) {
        return false;
      }
      send(answer(service, request, (ServerConnector) connector), request, response, callback);
      return true;
    }
  }

  /** A mistake of the simulator itself says so, and is not taken for one of the service. */
  private Answer answer(Service service, Request request, ServerConnector connector)
      throws IOException {
    Call call = call(request, connector);
    try {
      return service.answer(call);
    } catch (RuntimeException e) {
      String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
      String words = "the simulator failed: %s%s".formatted(e, where);
      return Answer.json(500, Json.bytes(json -> write(json, words)));
    }
  }

  private static void write(JsonGenerator json, String words) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
    json.writeStringField("code", "InternalServerError");
    json.writeStringField("message", words);
    json.writeEndObject();
    json.writeEndObject();
  }

  private Call call(Request request, ServerConnector connector) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getLowerCaseName(), String.valueOf(field.getValue()));
    }
    byte[] body = Content.Source.asInputStream(request).readAllBytes();
    String scheme = request.isSecure() ? "https" : "http";
    return Call.of(
        scheme + "://localhost:" + connector.getLocalPort(),
        request.getMethod(),
        request.getHttpURI().getPathQuery(),
        headers,
        body,
        clock.instant());
  }

  private void send(Answer answer, Request request, Response response, Callback callback)
      throws InterruptedException {
    if (answer.delivery() == Answer.Delivery.RESET) {
      reset(request.getConnectionMetaData().getConnection().getEndPoint());
      callback.failed(new IOException("reset on purpose"));
      return;
    }
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.DATE, HTTP_DATE.format(clock.instant()));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (answer.delivery() == Answer.Delivery.WHOLE) {
      response.write(true, ByteBuffer.wrap(answer.body()), callback);
      return;
    }
    ByteBuffer half = ByteBuffer.wrap(answer.body(), 0, answer.body().length / 2);
    try (Blocker.Callback written = Blocker.callback()) {
      response.write(false, half, written);
      written.block();
    } catch (IOException e) {
      callback.failed(e);
      return;
    }
    if (answer.delivery() == Answer.Delivery.STALL) {
      TimeUnit.MILLISECONDS.sleep(answer.stall().toMillis());
    }
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new IOException("cut short on purpose"));
  }

  /** Closes with a reset: what is not yet sent is thrown away. */
  private static void reset(EndPoint end) {
    EndPoint socket = end;
    while (socket instanceof EndPoint.Wrapper wrapper) {
      socket = wrapper.unwrap();
    }
    if (socket.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
        return;
      } catch (IOException e) {
        // Already gone: closing is all that is left.
        socket.close(e);
        return;
      }
    }
    socket.close();
  }
}
