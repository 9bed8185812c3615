package dev.sigillo.collect.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Agreement;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.AnswerSection;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code dns/answers}: written from replies, and read back as an answer. */
final class AnswerRows {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AnswerRows() {}

  /** The rows of one question, one per server. */
  static byte[] write(Question question, List<Reply> replies) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (Reply reply : replies) {
      ObjectNode row =
          rows.addObject()
              .put("name", question.name())
              .put("type", question.type().name())
              .put("server", reply.server())
              .put("transport", reply.transport())
              .put("status", reply.status());
      ArrayNode lines = row.putArray("answer");
      reply.lines().forEach(lines::add);
      row.put("authenticated", reply.authenticated()).put("time", reply.time().toString());
    }
    try {
      return MAPPER.writeValueAsBytes(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ObjectNode> read(byte[] bytes) {
    try {
      List<ObjectNode> rows = new ArrayList<>();
      for (JsonNode row : MAPPER.readTree(bytes)) {
        rows.add((ObjectNode) row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked. */
  static Question question(List<ObjectNode> rows) {
    ObjectNode row = rows.get(0);
    return new Question(row.path("name").asText(), RecordType.valueOf(row.path("type").asText()));
  }

  /** Who was asked. */
  static List<String> servers(List<ObjectNode> rows) {
    return rows.stream().map(row -> row.path("server").asText()).toList();
  }

  static Answer answer(Question question, List<ObjectNode> rows) {
    List<Answer> answers = new ArrayList<>();
    for (ObjectNode row : rows) {
      List<String> lines = new ArrayList<>();
      row.path("answer").forEach(line -> lines.add(line.asText()));
      boolean authenticated = row.path("authenticated").asBoolean();
      answers.add(AnswerSection.read(question, row.path("status").asText(), lines, authenticated));
    }
    return Agreement.of(question, answers);
  }
}
