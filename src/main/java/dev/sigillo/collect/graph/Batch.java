package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Sweep.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several lists asked in one request. The batch as a whole says 200 even where each question in it
 * was refused, so that every answer is judged by itself; an answer that did not come is to be asked
 * again.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class Batch {
  /** Questions in a batch, at most. */
  static final int MOST = 20;

  private static final int MOST_PAGES = 100;
  private static final Reply LOST =
      Reply.refused(new ServiceException(Kind.BROKEN, "the batch holds no answer to this"));

  private final GraphClient graph;
  private final Trail trail;

  Batch(GraphClient graph, Trail trail) {
    this.graph = graph;
    this.trail = trail;
  }

  /**
   * Asks once.
   *
   * @return rows of all pages, or a refusal, for each question in its place
   * @throws ServiceException when the batch itself was refused
   */
  List<Reply> ask(List<Supplier<RequestInformation>> questions) throws InterruptedException {
    List<Reply> replies = post(questions);
    if (replies.stream().noneMatch(Batch::tokenRefused)) {
      return replies;
    }
    graph.renewToken();
    return post(questions);
  }

  private List<Reply> post(List<Supplier<RequestInformation>> questions)
      throws InterruptedException {
    List<String> ids = new ArrayList<>();
    Map<String, JsonNode> answers =
        graph.once(() -> request(questions, ids), Batch::answers, trail);
    List<Reply> replies = new ArrayList<>();
    for (String id : ids) {
      JsonNode answer = answers.get(id);
      replies.add(answer == null ? LOST : reply(answer));
    }
    return replies;
  }

  private RequestInformation request(
      List<Supplier<RequestInformation>> questions, List<String> ids) {
    ids.clear();
    BatchRequestContent content = new BatchRequestContent(graph.sdk());
    for (Supplier<RequestInformation> question : questions) {
      ids.add(content.addBatchRequestStep(graph.plain(question.get())));
    }
    try {
      return graph.sdk().getBatchRequestBuilder().toPostRequestInformation(content);
    } catch (IOException e) {
      throw new IllegalStateException("a batch is written to memory", e);
    }
  }

  private static Map<String, JsonNode> answers(InputStream body) throws IOException {
    JsonNode all = Page.object(body).path("responses");
    if (!all.isArray()) {
      throw new IOException("the answer is no batch");
    }
    Map<String, JsonNode> byId = new HashMap<>();
    all.forEach(answer -> byId.put(answer.path("id").asText(), answer));
    return byId;
  }

  private Reply reply(JsonNode answer) throws InterruptedException {
    int status = answer.path("status").asInt();
    JsonNode body = answer.path("body");
    if (status != 200) {
      byte[] words = body.toString().getBytes(StandardCharsets.UTF_8);
      return Reply.refused(Refusals.of(status, words, headers(answer.path("headers")), false));
    }
    List<ObjectNode> rows = new ArrayList<>();
    try {
      String next = add(rows, body);
      for (int pages = 1; next != null; pages++) {
        if (pages == MOST_PAGES) {
          throw new ServiceException(Kind.BAD_REQUEST, "the list has no end");
        }
        Page page = graph.once(graph.link(next), Page::list, trail);
        rows.addAll(page.rows());
        next = page.next();
      }
      return Reply.of(rows);
    } catch (ServiceException e) {
      return Reply.refused(e);
    }
  }

  /** Takes the rows of a first page; returns the link to the next. */
  private static @Nullable String add(List<ObjectNode> rows, JsonNode body) {
    JsonNode value = body.path("value");
    boolean list = value.isArray() && !body.has("error");
    for (JsonNode row : value) {
      if (row instanceof ObjectNode object) {
        rows.add(object);
      } else {
        list = false;
      }
    }
    if (!list) {
      throw new ServiceException(Kind.BROKEN, "200, but the answer in the batch is no list");
    }
    return body.path("@odata.nextLink").textValue();
  }

  private static Refusals.Headers headers(JsonNode headers) {
    Map<String, String> lower = new HashMap<>();
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      lower.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText());
    }
    return new Refusals.Headers(lower.get("retry-after"), lower.get("date"));
  }

  private static boolean tokenRefused(Reply reply) {
    ServiceException refusal = reply.refusal();
    return refusal != null && refusal.kind() == Kind.UNAUTHORIZED;
  }
}
