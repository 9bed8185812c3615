package dev.sigillo.collect.signin;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy on loopback that knows CONNECT alone and takes every host for the machine itself. */
final class ConnectProxy implements Closeable {
  private final ServerSocket server;
  private final @Nullable String wanted;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * A proxy.
   *
   * @param wanted the {@code Proxy-Authorization} that it insists on; null for none
   */
  ConnectProxy(@Nullable String wanted) throws IOException {
    this.wanted = wanted;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Hosts that were asked for and let through. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
      String first = in.readLine();
      while (first != null) {
        String authorization = null;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          if (line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization:")) {
            authorization = line.substring(line.indexOf(':') + 1).strip();
          }
        }
        if (wanted == null || wanted.equals(authorization)) {
          asked.add(first.split(" ", -1)[1].split(":", -1)[0]);
          connect(client, Integer.parseInt(first.split(" ", -1)[1].split(":", -1)[1]));
          return;
        }
        String refusal =
            """
            HTTP/1.1 407 Proxy Authentication Required
            Proxy-Authenticate: Basic realm="out"
            Content-Length: 0

            """;
        answer(client, refusal.replace("\n", "\r\n"));
        first = in.readLine();
      }
    }
  }

  private static void connect(Socket client, int port) throws IOException {
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      start(() -> copy(target.getInputStream(), client.getOutputStream()));
      copy(client.getInputStream(), target.getOutputStream());
    }
  }

  private static void answer(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] some = new byte[8192];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      out.write(some, 0, n);
      out.flush();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the other side went away, or the test is over
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
