package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The log of DNS questions in ScubaGear's export as rows of {@code dns/answers}. It gives neither
 * the TTL (written as 0) nor where a text is divided into strings (cut where it must be), nor
 * whether anything was authenticated.
 */
final class ScubaGearDns {
  /** Keys of the export, and the command that filled each. */
  static final List<String> KEYS = List.of("spf_records", "dkim_records", "dmarc_records");

  static final List<String> COMMANDS =
      List.of("Get-ScubaSpfRecord", "Get-ScubaDkimRecord", "Get-ScubaDmarcRecord");

  /** Said in the manifest. */
  static final String REQUEST =
      "TXT questions that ScubaGear logged; TTL not logged (0 here), strings cut at 255 octets";

  private static final int LONGEST_STRING = 255;
  private static final Pattern COUNTED =
      Pattern.compile("Query returned (\\d{1,9}) txt records?", Pattern.CASE_INSENSITIVE);

  private ScubaGearDns() {}

  /** The rows, sorted, each once. */
  static List<ObjectNode> rows(Iterable<JsonNode> records, Instant time) {
    Set<ObjectNode> rows = new LinkedHashSet<>();
    for (JsonNode record : records) {
      for (JsonNode entry : many(record.path("log"))) {
        if (entry.path("query_name").isTextual()) {
          rows.add(row(entry, time));
        }
      }
    }
    return rows.stream()
        .sorted(
            Comparator.comparing((ObjectNode row) -> row.path("name").asText())
                .thenComparing(row -> row.path("server").asText()))
        .toList();
  }

  private static ObjectNode row(JsonNode entry, Instant time) {
    String name = entry.path("query_name").asText().strip().toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String status = status(entry);
    ObjectNode row = JsonRows.MAPPER.createObjectNode();
    row.put("name", bare)
        .put("type", "TXT")
        .put("server", "ScubaGear, " + entry.path("query_method").asText("method not logged"))
        .put("status", status);
    ArrayNode answer = row.putArray("answer");
    if (status.equals("NOERROR")) {
      for (JsonNode text : many(entry.path("query_answers"))) {
        answer.add(bare + ". 0 IN TXT " + strings(text.asText()));
      }
    }
    return row.put("time", time.toString());
  }

  /** What the log tells; UNKNOWN when it is anything but an answer, or contradicts itself. */
  private static String status(JsonNode entry) {
    String result = entry.path("query_result").asText();
    if (result.equalsIgnoreCase("Query returned NXDomain")) {
      return "NXDOMAIN";
    }
    Matcher counted = COUNTED.matcher(result);
    List<JsonNode> answers = many(entry.path("query_answers"));
    boolean whole =
        counted.matches()
            && Integer.parseInt(counted.group(1)) == answers.size()
            && answers.stream().allMatch(JsonNode::isTextual);
    return whole ? "NOERROR" : "UNKNOWN";
  }

  /** A text's octets as character-strings of a master file (RFC 1035 section 5.1). */
  private static String strings(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder data = new StringBuilder("\"");
    for (int i = 0; i < octets.length; i++) {
      int c = octets[i] & 0xff;
      if (i > 0 && i % LONGEST_STRING == 0) {
        data.append("\" \"");
      }
      if (c == '"' || c == '\\') {
        data.append('\\').append((char) c);
      } else if (c >= ' ' && c <= '~') {
        data.append((char) c);
      } else {
        data.append('\\').append(c / 100).append(c / 10 % 10).append(c % 10);
      }
    }
    return data.append('"').toString();
  }

  /** A list as it is, one value that PowerShell made of a list of one, or none. */
  private static List<JsonNode> many(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).toList();
    }
    return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
  }
}
