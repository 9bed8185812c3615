package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.graph.GraphServer.Asked;
import dev.sigillo.collect.graph.GraphServer.Said;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that are asked about one mailbox, group or message at a time. */
@Timeout(60)
class SweepsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final GraphOptions LOGS =
      new GraphOptions(Reading.NOW, Duration.ofDays(7), Duration.ofDays(2), 2, Set.of());

  @TempDir private Path folder;

  @Test
  void rules_are_asked_in_batches_and_throttled_ones_again() throws InterruptedException {
    Set<String> refused = ConcurrentHashMap.newKeySet();
    try (GraphServer server =
        GraphServer.start(
            asked ->
                batch(
                    asked,
                    (mailbox, answer) -> {
                      if (mailbox.equals("m07")
                          || (mailbox.endsWith("3") && refused.add(mailbox))) {
                        error(answer, mailbox.equals("m07") ? 404 : 429, "Refused", mailbox);
                        answer.putObject("headers").put("Retry-After", "0");
                      } else {
                        rules(answer, mailbox);
                      }
                    }))) {
      Reading read = rules(server, 45);

      DatasetEntry entry = read.entry(Dataset.MESSAGE_RULE);
      assertThat(entry.status()).isEqualTo(Status.COMPLETE);
      assertThat(entry.total()).isEqualTo(45);
      assertThat(entry.covered()).isEqualTo(44);
      List<Line> lines = lines(read, Dataset.MESSAGE_RULE);
      assertThat(lines).hasSize(45);
      assertThat(lines.get(7).error()).isEqualTo("404 Refused m07");
      assertThat(lines.get(8).row()).hasToString("{\"id\":\"rule of m08\",\"isEnabled\":true}");
      assertThat(lines.get(10).row()).isNull();
      assertThat(lines.get(10).error()).isNull();
      assertThat(server.asked).extracting(Asked::method).containsOnly("POST");
      assertThat(server.asked).extracting(Asked::path).containsOnly("/v1.0/$batch");
      assertThat(server.asked)
          .anySatisfy(
              one ->
                  assertThat(one.body())
                      .contains(
                          "\"/users/m00/mailFolders/inbox/messageRules?$select="
                              + "id,actions,hasError,isEnabled,isReadOnly\",\"method\":\"GET\"")
                      .doesNotContain("token", "displayName"));
      assertThat(server.asked).allSatisfy(one -> assertThat(items(one)).hasSizeLessThan(21));
    }
  }

  @Test
  void a_mailbox_without_an_account_is_told_apart_from_one_elsewhere() throws InterruptedException {
    List<String> codes =
        List.of(
            "Request_ResourceNotFound",
            "ErrorInvalidUser",
            "MailboxNotEnabledForRESTAPI",
            "ErrorItemNotFound");
    try (GraphServer server =
        GraphServer.start(
            asked ->
                batch(
                    asked,
                    (mailbox, answer) ->
                        error(answer, 404, codes.get(mailbox.charAt(2) - '0'), "No.")))) {
      assertThat(lines(rules(server, 4), Dataset.MESSAGE_RULE))
          .extracting(Line::error)
          .containsExactly(
              "sigillo:no-account",
              "sigillo:no-account",
              "404 MailboxNotEnabledForRESTAPI No.",
              "404 ErrorItemNotFound No.");
    }
  }

  @Test
  void rules_nobody_may_read_are_forbidden() throws InterruptedException {
    try (GraphServer server =
        GraphServer.start(
            asked ->
                batch(
                    asked, (mailbox, answer) -> error(answer, 403, "ErrorAccessDenied", "No.")))) {
      DatasetEntry entry = rules(server, 45).entry(Dataset.MESSAGE_RULE);

      assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
      assertThat(entry.reason()).isEqualTo("403 ErrorAccessDenied No.");
    }
  }

  @Test
  void a_lost_answer_is_asked_for_again() throws InterruptedException {
    Set<String> lost = ConcurrentHashMap.newKeySet();
    try (GraphServer server =
        GraphServer.start(
            asked ->
                batch(
                    asked,
                    (mailbox, answer) -> {
                      if (lost.add(mailbox)) {
                        answer.put("id", "?").put("status", 200);
                      } else {
                        rules(answer, mailbox);
                      }
                    }))) {
      assertThat(rules(server, 3).entry(Dataset.MESSAGE_RULE).covered()).isEqualTo(3);
    }
  }

  @Test
  void without_a_list_of_mailboxes_nobody_is_asked() throws InterruptedException {
    try (GraphServer server = GraphServer.saying(Said.json("{}"))) {
      Reading read = Reading.of(folder, server.client(), LOGS, Dataset.MESSAGE_RULE);

      assertThat(read.entry(Dataset.MESSAGE_RULE).status()).isEqualTo(Status.SKIPPED);
      assertThat(read.entry(Dataset.MESSAGE_RULE).reason())
          .isEqualTo("sigillo:needs|exchange/Get-Mailbox");
      assertThat(server.asked).isEmpty();
    }
  }

  @Test
  void members_of_groups_that_policies_name_are_told_by_group() throws InterruptedException {
    try (GraphServer server =
        GraphServer.start(
            asked -> {
              if (asked.path().contains("transitiveMembers")) {
                return Said.json(
                    """
                    {"value": [{"@odata.type": "#microsoft.graph.user", "id": "u1", "mail": "U@x.it"},
                               {"@odata.type": "#microsoft.graph.group", "id": "g2", "mail": "g@x.it"}]}
                    """);
              }
              return Said.json(
                  asked.path().contains("o''hara@x.it")
                      ? "{\"value\": [{\"id\": \"g1\", \"mail\": \"o'hara@x.it\"}]}"
                      : "{\"value\": []}");
            })) {
      ObjectNode rule = row("Name", "one");
      rule.putArray("FromMemberOf").add("O'Hara@x.it").add("none@x.it");
      rule.putNull("ExceptIfFromMemberOf");
      Reading read = after(server, Dataset.OUTBOUND_SPAM_RULE, List.of(rule), Dataset.GROUP_MEMBER);

      List<Line> lines = lines(read, Dataset.GROUP_MEMBER);
      assertThat(lines).extracting(Line::key).containsExactly("none@x.it", "o'hara@x.it");
      assertThat(lines.get(0).error()).isEqualTo("sigillo:not-in-directory|none@x.it");
      assertThat(lines.get(1).row())
          .hasToString(
              "{\"PrimarySmtpAddress\":\"U@x.it\",\"ExternalDirectoryObjectId\":\"u1\","
                  + "\"RecipientType\":\"#microsoft.graph.user\"}");
      assertThat(read.entry(Dataset.GROUP_MEMBER).total()).isEqualTo(2);
    }
  }

  @Test
  void details_are_read_of_a_sample_of_what_left() throws InterruptedException {
    List<ObjectNode> traces = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      traces.add(
          row("id", "t" + i)
              .put("senderAddress", "me@contoso.com")
              .put("recipientAddress", i < 4 ? "o'" + i + "@out.example" : "in@contoso.com"));
    }
    try (GraphServer server =
        GraphServer.start(
            asked ->
                Said.json(
                    """
                    {"value": [{"id": "d", "event": "Fail", "data": "<root/>",
                                "description": "Reason: [{LED=554 5.7.1 blocked}]"}]}
                    """))) {
      List<Question> questions =
          new ArrayList<>(
              List.of(
                  known(Dataset.ACCEPTED_DOMAIN, List.of(row("DomainName", "Contoso.com"))),
                  known(Dataset.MESSAGE_TRACE, traces)));
      questions.addAll(questions(server, Dataset.MESSAGE_TRACE_DETAIL));
      Reading read = Reading.of(folder, questions, false);

      DatasetEntry entry = read.entry(Dataset.MESSAGE_TRACE_DETAIL);
      assertThat(entry.status()).isEqualTo(Status.TRUNCATED);
      assertThat(entry.reason()).isEqualTo("sigillo:fewer-read|2|4");
      assertThat(read.rows(Dataset.MESSAGE_TRACE_DETAIL).get(0))
          .hasToString(
              "{\"id\":\"d\",\"event\":\"Fail\","
                  + "\"description\":\"Reason: [{LED=554 5.7.1 blocked}]\","
                  + "\"recipientAddress\":\"o'1@out.example\"}");
      assertThat(server.asked)
          .extracting(Asked::path)
          .containsExactly(
              "/v1.0/admin/exchange/tracing/messageTraces/t1"
                  + "/getDetailsByRecipient(recipientAddress='o''1@out.example')",
              "/v1.0/admin/exchange/tracing/messageTraces/t3"
                  + "/getDetailsByRecipient(recipientAddress='o''3@out.example')");
    }
  }

  @Test
  void logs_say_what_was_asked_and_served() throws InterruptedException {
    try (GraphServer server = GraphServer.saying(Said.json("{\"value\": []}"))) {
      GraphOptions options =
          new GraphOptions(Reading.NOW, Duration.ofDays(40), Duration.ofDays(12), 0, Set.of());
      Reading read =
          Reading.of(folder, server.client(), options, Dataset.SIGN_IN, Dataset.MESSAGE_TRACE);

      assertThat(read.entry(Dataset.SIGN_IN).window())
          .hasToString(
              "LogWindow[askedFrom=2026-10-15T18:00:00Z, askedTo=2026-11-24T18:00:00Z,"
                  + " servedFrom=2026-10-25T18:00:00Z, servedTo=2026-11-24T18:00:00Z]");
      assertThat(read.entry(Dataset.MESSAGE_TRACE).request())
          .isEqualTo(
              "GET /admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge"
                  + " {2026-11-12T18:00:00Z and receivedDateTime le 2026-11-22T18:00:00Z"
                  + " | 2026-11-22T18:00:00Z and receivedDateTime le 2026-11-24T18:00:00Z}"
                  + " and status eq 'failed'&$top=5000");
      Set<String> paths = new HashSet<>();
      server.asked.forEach(one -> paths.add(one.path()));
      assertThat(paths).hasSize(Logs.OLD_CLIENTS.size() + 2);
      assertThat(paths)
          .contains(
              "/v1.0/auditLogs/signIns?$filter=createdDateTime ge 2026-10-15T18:00:00Z and"
                  + " createdDateTime le 2026-11-24T18:00:00Z and clientAppUsed eq"
                  + " 'Authenticated SMTP'&$top=1000");
    }
  }

  private Reading rules(GraphServer server, int mailboxes) throws InterruptedException {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < mailboxes; i++) {
      rows.add(row("Key", "m%02d".formatted(i)));
    }
    return after(server, Dataset.MAILBOX, rows, Dataset.MESSAGE_RULE);
  }

  private Reading after(GraphServer server, Dataset first, List<ObjectNode> rows, Dataset then)
      throws InterruptedException {
    List<Question> questions = new ArrayList<>(List.of(known(first, rows)));
    questions.addAll(questions(server, then));
    return Reading.of(folder, questions, false);
  }

  private static List<Question> questions(GraphServer server, Dataset dataset) {
    return GraphDatasets.questions(server.client(), LOGS).stream()
        .filter(question -> question.dataset() == dataset)
        .toList();
  }

  static Question known(Dataset dataset, List<ObjectNode> rows) {
    return new Question(dataset, List.of(new Known(rows)));
  }

  static ObjectNode row(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static List<Line> lines(Reading read, Dataset dataset) {
    return Objects.requireNonNull(read.lines().get(dataset));
  }

  private static void rules(ObjectNode answer, String mailbox) {
    answer.put("status", 200);
    ObjectNode body = answer.putObject("body");
    if (mailbox.endsWith("0")) {
      body.putArray("value");
    } else {
      body.putArray("value")
          .addObject()
          .put("id", "rule of " + mailbox)
          .put("displayName", "private")
          .put("isEnabled", true);
    }
  }

  private static void error(ObjectNode answer, int status, String code, String message) {
    answer.put("status", status);
    answer.putObject("body").putObject("error").put("code", code).put("message", message);
  }

  private static JsonNode items(Asked asked) {
    try {
      return MAPPER.readTree(asked.body()).path("requests");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers a batch, the last question first. */
  private static Said batch(Asked asked, BiConsumer<String, ObjectNode> each) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    var responses = all.putArray("responses");
    for (JsonNode item : items(asked)) {
      ObjectNode answer = responses.insertObject(0).put("id", item.path("id").asText());
      each.accept(item.path("url").asText().split("/", -1)[2], answer);
    }
    return Said.json(all.toString());
  }

  /** What was read before. */
  private record Known(List<ObjectNode> rows) implements Source {
    @Override
    public String service() {
      return "test";
    }

    @Override
    public String request() {
      return "test";
    }

    @Override
    public boolean documented() {
      return true;
    }

    @Override
    public Ending read(Answers answers, Collected earlier, Steps steps) {
      for (ObjectNode row : rows) {
        if (row.has("Key")) {
          answers.row(row.path("Key").asText(), row);
        } else {
          answers.row(row);
        }
      }
      return Ending.complete(List.of(), null);
    }
  }
}
