package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.DomainName;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.transport.StsPolicy.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads MTA-STS policy files (RFC 8461 section 3.2). */
final class StsPolicyParser {
  private static final int LONGEST = 65_536;
  private static final int MOST_LINES = 1_000;
  private static final long LONGEST_AGE = 31_557_600;

  private final List<Problem> problems;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> patterns = new ArrayList<>();

  private StsPolicyParser(List<Problem> problems) {
    this.problems = problems;
  }

  /** Reads a file; empty when senders must treat it as invalid. */
  static Optional<StsPolicy> parse(String body, List<Problem> problems) {
    if (body.length() > LONGEST) {
      report(problems, TransportCode.FILE_TOO_LONG, LONGEST, "");
      return Optional.empty();
    }
    StsPolicyParser parser = new StsPolicyParser(problems);
    parser.lines(body);
    return parser.policy();
  }

  private void lines(String body) {
    int at = 0;
    int lines = 0;
    for (String line : body.split("\n", -1)) {
      if (++lines > MOST_LINES) {
        report(problems, TransportCode.FILE_TOO_LONG, at, line);
        return;
      }
      String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (!text.isEmpty()) {
        line(text, at);
      }
      at += line.length() + 1;
    }
  }

  private void line(String text, int at) {
    int colon = text.indexOf(':');
    String key = colon < 0 ? "" : text.substring(0, colon);
    if (!key.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")) {
      report(problems, TransportCode.LINE_INVALID, at, text);
      return;
    }
    String value = text.substring(colon + 1).strip();
    if (key.equals("mx")) {
      String pattern = Question.normal(value);
      String host = pattern.startsWith("*.") ? pattern.substring(2) : pattern;
      if (DomainName.isHost(host)) {
        patterns.add(pattern);
      } else {
        report(problems, TransportCode.MX_PATTERN_INVALID, at, value);
      }
    } else if (fields.putIfAbsent(key, value) != null) {
      report(problems, TransportCode.FIELD_REPEATED, at, text);
    } else {
      places.put(key, at);
    }
  }

  private Optional<StsPolicy> policy() {
    int before = problems.size();
    if (!field("version").equals("STSv1")) {
      reportField(TransportCode.VERSION_INVALID, "version");
    }
    Mode mode = Mode.NONE;
    switch (field("mode")) {
      case "enforce" -> mode = Mode.ENFORCE;
      case "testing" -> mode = Mode.TESTING;
      case "none" -> mode = Mode.NONE;
      default -> reportField(TransportCode.MODE_INVALID, "mode");
    }
    String age = field("max_age");
    long maxAge = age.matches("[0-9]{1,10}") ? Long.parseLong(age) : -1;
    if (maxAge < 0 || maxAge > LONGEST_AGE) {
      reportField(TransportCode.MAX_AGE_INVALID, "max_age");
    }
    if (patterns.isEmpty() && mode != Mode.NONE) {
      report(problems, TransportCode.MX_MISSING, -1, "");
    }
    return problems.size() == before
        ? Optional.of(new StsPolicy(mode, maxAge, patterns))
        : Optional.empty();
  }

  private String field(String key) {
    return fields.getOrDefault(key, "");
  }

  private void reportField(TransportCode code, String key) {
    report(problems, code, places.getOrDefault(key, -1), field(key));
  }

  private static void report(List<Problem> problems, TransportCode code, int at, String text) {
    problems.add(new Problem(code, "", at, text));
  }
}
