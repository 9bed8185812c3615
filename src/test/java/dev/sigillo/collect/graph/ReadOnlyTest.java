package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.graph.GraphServer.Said;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but questions leaves, whoever makes a mistake in this package. */
class ReadOnlyTest {
  private final GraphServer server = GraphServer.saying(Said.json("{\"value\": []}"));

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<String> paths() {
    return ReadOnly.PATHS.stream()
        .map(path -> path.replace("[^/()]+", "x").replaceAll("\\[\\^/\\]\\+", "x"))
        .map(path -> path.replaceAll("\\(\\?:(.*?)\\|.*\\)(/.*)", "$1$2").replace("\\", ""));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void nothing_can_be_changed_where_something_can_be_read(String path) throws Exception {
    assertThat(ask(HttpMethod.GET, "/v1.0/" + path, null)).isEmpty();
    for (HttpMethod method : HttpMethod.values()) {
      if (method != HttpMethod.GET) {
        refused(method, "/v1.0/" + path, method == HttpMethod.HEAD ? null : "{}");
      }
    }
    assertThat(server.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/me/sendMail",
        "/v1.0/users/x",
        "/v1.0/users/x/messages",
        "/v1.0/users/x/mailFolders/inbox/messageRules/y",
        "/v1.0/applications/x",
        "/v1.0/groups/x/members",
        "/beta/users",
        "/users",
        "/v1.0/$batch"
      })
  void nothing_else_can_be_read(String path) {
    refused(HttpMethod.GET, path, null);
    assertThat(server.asked).isEmpty();
  }

  @Test
  void no_other_server_is_asked() {
    assertThatThrownBy(
            () -> ask(() -> Line.request(URI.create("https://graph.microsoft.com/v1.0/users"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                ask(
                    () ->
                        Line.request(
                            URI.create(server.origin().replace("https", "http") + "/v1.0/users"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"method\": \"DELETE\", \"url\": \"/users/x/mailFolders/inbox/messageRules\"}",
        "{\"method\": \"GET\", \"url\": \"/users/x/messages\"}",
        "{\"method\": \"GET\", \"url\": \"https://evil.example/v1.0/users\"}",
        "{\"method\": \"GET\", \"url\": \"/users\", \"body\": {}}",
        "{\"method\": \"GET\", \"url\": \"/$batch\"}",
        "{\"url\": \"/users\"}",
      })
  void a_batch_holds_only_the_same_questions(String item) {
    String good = "{\"method\": \"GET\", \"url\": \"/users/x/mailFolders/inbox/messageRules\"}";
    refused(HttpMethod.POST, "/v1.0/$batch", "{\"requests\": [" + good + "," + item + "]}");
    refused(HttpMethod.POST, "/v1.0/$batch", "{\"requests\": []}");
    refused(HttpMethod.POST, "/v1.0/$batch", "{}");
    assertThat(server.asked).isEmpty();
  }

  private void refused(HttpMethod method, String path, @Nullable String body) {
    assertThatThrownBy(() -> ask(method, path, body))
        .as("%s %s", method, path)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a question that may be asked");
  }

  private List<?> ask(HttpMethod method, String path, @Nullable String body)
      throws InterruptedException {
    return ask(
        () -> {
          RequestInformation request = Line.request(URI.create(server.origin() + path));
          request.httpMethod = method;
          if (body != null) {
            request.setStreamContent(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "application/json");
          }
          return request;
        });
  }

  private List<?> ask(Supplier<RequestInformation> request) throws InterruptedException {
    return server.client().ask(Family.DIRECTORY, request, Page::list, new Trail()).rows();
  }
}
