package dev.sigillo.mailauth.spf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** DNS made of a few records, which remembers what it was asked. */
public final class Zone implements Dns {
  private final Map<String, Map<RecordType, List<String>>> names = new HashMap<>();
  private final Map<Question, Failure> failures = new HashMap<>();
  private final Map<String, Failure> silent = new HashMap<>();
  private final List<Question> asked = new ArrayList<>();

  /** Adds a TXT record of one string, one character an octet. */
  public Zone txt(String name, String text) {
    return add(name, RecordType.TXT, quoted(text));
  }

  /** Adds records in presentation form. */
  public Zone add(String name, RecordType type, String... data) {
    names
        .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new HashMap<>())
        .computeIfAbsent(type, key -> new ArrayList<>())
        .addAll(List.of(data));
    return this;
  }

  /** Leaves one question without an answer. */
  public Zone fails(String name, RecordType type, Failure failure) {
    failures.put(new Question(name, type), failure);
    return this;
  }

  /** What was asked, in order. */
  public List<Question> asked() {
    return asked;
  }

  @Override
  public Answer ask(Question question) {
    asked.add(question);
    return answer(question, new ArrayList<>());
  }

  private Answer answer(Question question, List<String> aliases) {
    Failure failure = failures.get(question);
    if (failure != null) {
      return new Answer.Failed(failure, "test");
    }
    Map<RecordType, List<String>> at = names.getOrDefault(question.name(), Map.of());
    List<String> found = at.getOrDefault(question.type(), List.of());
    if (!found.isEmpty()) {
      return new Answer.Found(found, aliases, false);
    }
    if (silent.containsKey(question.name())) {
      return new Answer.Failed(silent.get(question.name()), "test");
    }
    List<String> alias = at.getOrDefault(RecordType.CNAME, List.of());
    if (!alias.isEmpty()) {
      String next = Question.normal(alias.get(0));
      if (aliases.contains(next)) {
        return new Answer.Failed(Failure.ALIAS_LOOP, next);
      }
      aliases.add(next);
      return answer(new Question(next, question.type()), aliases);
    }
    return at.isEmpty() ? new Answer.NoSuchName(aliases, false) : new Answer.NoData(aliases, false);
  }

  /** A zone as the RFC 7208 suite writes it; see {@code src/test/resources/spf/README.md}. */
  static Zone of(JsonNode zonedata) {
    Zone zone = new Zone();
    zonedata
        .properties()
        .forEach(name -> zone.load(DomainName.presentation(name.getKey()), name.getValue()));
    return zone;
  }

  private void load(String name, JsonNode entries) {
    boolean hasTxt = false;
    for (JsonNode entry : entries) {
      hasTxt |= entry.has("TXT");
    }
    names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new HashMap<>());
    for (JsonNode entry : entries) {
      if (entry.isTextual()) {
        silent.put(Question.normal(name), Failure.TIMEOUT);
        continue;
      }
      String type = entry.fieldNames().next();
      JsonNode value = entry.path(type);
      if (type.equals("SPF")) {
        if (!hasTxt) {
          add(name, RecordType.TXT, strings(value));
        }
      } else if (type.equals("MX")) {
        String host = DomainName.presentation(value.path(1).asText());
        add(name, RecordType.MX, value.path(0).asText() + " " + host + ".");
      } else if (type.equals("TXT")) {
        if (!value.asText().equals("NONE")) {
          add(name, RecordType.TXT, strings(value));
        }
      } else {
        add(name, RecordType.valueOf(type), value.asText());
      }
    }
  }

  private static String strings(JsonNode value) {
    if (!value.isArray()) {
      return quoted(value.asText());
    }
    List<String> strings = new ArrayList<>();
    value.forEach(each -> strings.add(quoted(each.asText())));
    return String.join(" ", strings);
  }

  private static String quoted(String text) {
    StringBuilder data = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        data.append(String.format(Locale.ROOT, "\\%03d", (int) c));
      } else {
        data.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return data.append('"').toString();
  }
}
