package dev.sigillo.collect.graph;

import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Puts one question to Graph and gives the raw answer on. */
final class Line {
  private static final int MOST_WORDS = 1 << 16;

  private final RequestAdapter adapter;
  private final RenewableToken token;

  Line(RequestAdapter adapter, RenewableToken token) {
    this.adapter = adapter;
    this.token = token;
  }

  /** Reads the body of an answer. */
  interface Reading<T> {
    /**
     * Reads it to its end.
     *
     * @throws IOException when it is not what was asked for
     */
    T read(InputStream body) throws IOException;
  }

  /** A question by its whole address. */
  static RequestInformation request(URI uri) {
    RequestInformation request = new RequestInformation();
    request.httpMethod = HttpMethod.GET;
    request.setUri(uri);
    return request;
  }

  <T> T exchange(Supplier<RequestInformation> question, Reading<T> reading, Trail trail)
      throws InterruptedException {
    try {
      return attempt(question.get(), reading, trail, true);
    } catch (TokenRefused refused) {
      return attempt(question.get(), reading, trail, false);
    }
  }

  /** Graph did not take the token; the next one may be better. */
  private static final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private <T> T attempt(
      RequestInformation request, Reading<T> reading, Trail trail, boolean renewing)
      throws InterruptedException {
    request.headers.tryAdd("Accept", "application/json");
    request.headers.tryAdd("Prefer", "include-unknown-enum-members");
    request.headers.tryAdd("x-ms-throttle-priority", "Low");
    boolean page = request.urlTemplate == null;
    try (Response response = send(request)) {
      trail.add(response.header("request-id"), response.header("Date"));
      if (response.code() == 401 && renewing && drop(response)) {
        throw new TokenRefused();
      }
      if (response.code() != 200) {
        throw refusal(response, page);
      }
      String type = response.header("Content-Type", "");
      if (!String.valueOf(type).toLowerCase(Locale.ROOT).startsWith("application/json")) {
        throw new ServiceException(
            Kind.BROKEN, "200, but not JSON: Content-Type " + Refusals.line(String.valueOf(type)));
      }
      return reading.read(body(response));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private Response send(RequestInformation request) throws IOException, InterruptedException {
    NativeResponseHandler raw = new NativeResponseHandler();
    request.setResponseHandler(raw);
    try {
      adapter.sendPrimitive(request, new HashMap<>(), InputStream.class);
      return (Response) Objects.requireNonNull(raw.getValue());
    } catch (ClientAuthenticationException e) {
      throw new ServiceException(Kind.UNAUTHORIZED, Refusals.line(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw e;
    }
  }

  /** Lets go of the token, whichever it is. */
  void renewToken() {
    token.drop(0);
  }

  /** Whether another token may help. */
  private boolean drop(Response response) {
    String sent = response.request().header("Authorization");
    Instant when = response.headers().getInstant("Date");
    if (sent == null) {
      return false;
    }
    token.drop(sent, when == null ? 0 : when.getEpochSecond());
    return true;
  }

  private static ServiceException refusal(Response response, boolean page) throws IOException {
    byte[] words = body(response).readNBytes(MOST_WORDS);
    return Refusals.of(
        response.code(),
        words,
        new Refusals.Headers(response.header("Retry-After"), response.header("Date")),
        page);
  }

  private static InputStream body(Response response) {
    return Objects.requireNonNull(response.body()).byteStream();
  }

  /** A connection that broke, or an answer that makes no sense. */
  private static ServiceException broken(IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
    return new ServiceException(Kind.BROKEN, describe(e));
  }

  private static String describe(IOException e) {
    @Nullable String words =
        e instanceof com.fasterxml.jackson.core.JacksonException json
            ? json.getOriginalMessage()
            : e.getMessage();
    String kind = e.getClass().getSimpleName();
    return "the answer did not arrive whole: "
        + (words == null ? kind : kind + ": " + Refusals.line(words));
  }
}
