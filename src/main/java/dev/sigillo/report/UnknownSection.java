package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.EvidenceEntry;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What could not be judged: each gap in the evidence once, with the controls it leaves unknown. */
final class UnknownSection {
  private final Content content;
  private final Words words;
  private final Said said;
  private final Assessment assessment;

  UnknownSection(Content content) {
    this.content = content;
    this.words = content.words();
    this.said = new Said(words);
    this.assessment = content.assessment();
  }

  void write() {
    List<Gap> gaps = gaps();
    content.sectionWithLead("unknown");
    content.table(
        "four",
        List.of(
            words.say("unknown.missing"),
            words.say("unknown.why"),
            words.say("advice"),
            words.say("unknown.controls")),
        gaps.stream().map(this::row).toList(),
        words.say("unknown.none"));
    if (gaps.stream().anyMatch(gap -> imported(gap.key()))) {
      content.para(words.say("unknown.import"));
    }
  }

  /** Gaps that leave most unknown come first. */
  private List<Gap> gaps() {
    Map<Gap.Key, Gap> gaps = new LinkedHashMap<>();
    for (ControlResult c : assessment.controls()) {
      if (c.outcome() == Outcome.NOT_ASSESSED || c.unknown() > 0 || c.listIncomplete()) {
        for (Reason reason : c.reasons()) {
          gaps.computeIfAbsent(Gap.Key.of(reason), Gap::new).add(c.id(), reason);
        }
      }
    }
    List<Gap> all = new ArrayList<>(gaps.values());
    all.sort(
        Comparator.comparingInt((Gap gap) -> -gap.controls().size())
            .thenComparing(gap -> gap.key().dataset())
            .thenComparing(gap -> gap.key().code()));
    return all;
  }

  private Row row(Gap gap) {
    return new Row().add(missing(gap.key())).add(why(gap)).add(advice(gap)).add(controls(gap));
  }

  private String missing(Gap.Key key) {
    return switch (key.code()) {
      case NOT_DECLARED -> words.say("declaration." + key.dataset());
      case UNRESOLVED, NO_DNS_ANSWER -> words.say("aspect." + key.dataset());
      default -> key.property() == null ? key.dataset() : key.dataset() + "\n" + key.property();
    };
  }

  private String why(Gap gap) {
    List<String> lines = new ArrayList<>();
    Gap.Key key = gap.key();
    if (key.code() == Reason.Code.LOG_WINDOW) {
      lines.add(window(gap));
    } else if (key.code() == Reason.Code.TOO_OLD) {
      lines.add(words.say("gap.TOO_OLD", String.join(", ", gap.details().keySet())));
    } else if (key.code() != Reason.Code.DATASET) {
      lines.add(words.say("gap." + key.code(), key.property() == null ? "" : key.property()));
    } else if (!"SKIPPED".equals(key.status()) || gap.details().isEmpty()) {
      lines.add(words.say("gap.DATASET." + key.status()));
    }
    if (key.code() == Reason.Code.UNRESOLVED) {
      lines.add(words.say("gap.hangs-on", String.join(", ", gap.details().keySet())));
    } else if (key.code() != Reason.Code.LOG_WINDOW && key.code() != Reason.Code.TOO_OLD) {
      gap.details()
          .forEach((detail, subjects) -> lines.add(counted(said.of(detail), gap, subjects)));
    }
    if (!gap.examples().isEmpty()) {
      lines.add(words.say("gap.examples", String.join(", ", gap.examples())));
    }
    return String.join("\n", lines);
  }

  /** With the number of subjects, where there are several answers to tell apart. */
  private String counted(String text, Gap gap, long subjects) {
    return gap.details().size() > 1 && subjects > 0
        ? words.say("gap.counted", text, subjects)
        : text;
  }

  private String window(Gap gap) {
    String days = String.join(", ", gap.details().keySet());
    EvidenceEntry log = entry(gap.key().dataset());
    return log == null || log.servedFrom() == null
        ? words.say("gap.LOG_WINDOW", days)
        : words.say(
            "gap.LOG_WINDOW.served",
            days,
            words.time(log.servedFrom(), content.zone()),
            words.time(log.servedTo(), content.zone()));
  }

  private String advice(Gap gap) {
    Gap.Key key = gap.key();
    if (key.code() == Reason.Code.NOT_DECLARED) {
      return words.say("advice.NOT_DECLARED." + key.dataset());
    }
    String given = "advice.of." + key.dataset().replace('/', '.');
    if (words.has(given)) {
      return words.say(given);
    }
    String about =
        key.code() == Reason.Code.DATASET ? "DATASET." + key.status() : key.code().name();
    String command = Exports.command(key.dataset());
    String property = key.property() == null ? "" : key.property();
    if (imported(key) && words.has("advice.import." + about)) {
      return command == null
          ? words.say("advice.import.none")
          : words.say("advice.import." + about, command, property);
    }
    return gap.details().keySet().stream()
        .map(UnknownSection::noted)
        .filter(words::has)
        .findFirst()
        .map(words::say)
        .orElseGet(() -> words.say("advice." + about, key.dataset(), property));
  }

  /** Where the advice stands that a note of the collection's own calls for. */
  private static String noted(String detail) {
    return detail.startsWith("sigillo:")
        ? "advice.note." + detail.substring("sigillo:".length()).split("\\|", 2)[0]
        : "";
  }

  private boolean imported(Gap.Key key) {
    EvidenceEntry entry = entry(key.dataset());
    return entry != null && entry.origin().equals("IMPORTED");
  }

  private @Nullable EvidenceEntry entry(String dataset) {
    return assessment.snapshot().datasets().stream()
        .filter(d -> d.name().equals(dataset))
        .findFirst()
        .orElse(null);
  }

  private String controls(Gap gap) {
    Collection<Map.Entry<String, Long>> all = gap.controls().entrySet();
    return String.join(
        ", ",
        all.stream()
            .map(
                e ->
                    e.getValue() == 0
                        ? e.getKey()
                        : words.say("gap.control", e.getKey(), e.getValue()))
            .toList());
  }
}
