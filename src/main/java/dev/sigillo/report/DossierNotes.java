package dev.sigillo.report;

import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Refused;
import dev.sigillo.incident.dossier.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts for the organisation itself: a note to users, a checklist. */
final class DossierNotes {
  private static final int NAMED = 5;

  private final Dossier dossier;
  private final Verdict verdict;
  private final Words words;
  private final @Nullable Failures failures;

  DossierNotes(Dossier dossier, Verdict verdict, Words words) {
    this.dossier = dossier;
    this.verdict = verdict;
    this.words = words;
    this.failures = dossier.incident().failures();
  }

  /** A short note to the organisation's own users. */
  List<String> note() {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("note.title"));
    lines.add("");
    Instant first = failures == null ? null : failures.first();
    lines.add(
        first == null
            ? words.say("note.what.untimed")
            : words.say("note.what", first.truncatedTo(ChronoUnit.SECONDS)));
    new DossierTexts(dossier, verdict, words)
        .answers().stream().limit(1).forEach(answer -> lines.add("  " + answer));
    lines.add("");
    lines.add(words.say(verdict.blamesSharedPool() ? "note.why.shared" : "note.why.other"));
    lines.add(words.say("note.done"));
    lines.add("");
    for (String key : List.of("note.ask", "note.ask.1", "note.ask.2", "note.ask.3")) {
      lines.add(words.say(key));
    }
    lines.add("");
    lines.add(words.say("note.next"));
    lines.add(words.say("note.contact"));
    return lines;
  }

  /** What help desk and SOC tick off. */
  List<String> checklist() {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("check.title") + " – " + dossier.number());
    String addresses = first(failures == null ? List.of() : addressTexts(failures));
    part(lines, "check.identify");
    lines.add(words.say("check.identify.1", dossier.incident().source().reported()));
    lines.add(words.say("check.identify.2", addresses));
    lines.add(words.say("check.identify.3", addresses.replace(",", "")));
    part(lines, "check.confirm");
    lines.add(words.say("check.confirm.1"));
    List<String> domains =
        failures == null ? List.of() : failures.domains().stream().map(Counted::name).toList();
    lines.add(words.say("check.confirm.2", first(domains)));
    part(lines, "check.internal");
    lines.add(words.say("check.internal.1"));
    lines.add(words.say("check.internal.2"));
    lines.add(words.say("check.internal.3"));
    List<String> suspects =
        verdict.suspects().stream()
            .map(dossier::who)
            .filter(who -> !who.isEmpty())
            .map(Unseen::shown)
            .distinct()
            .toList();
    lines.add(
        suspects.isEmpty()
            ? words.say("check.internal.none")
            : words.say("check.internal.4", suspects.size(), first(suspects)));
    part(lines, "check.ticket");
    if (verdict.blamesSharedPool()) {
      lines.add(words.say("check.ticket.1"));
      lines.add(words.say("check.ticket.2"));
    } else {
      lines.add(words.say("check.ticket.dont", words.say("dossier.verdict." + verdict.kind())));
    }
    part(lines, "check.inform");
    lines.add(words.say("check.inform.1"));
    lines.add(words.say("check.inform.2"));
    part(lines, "check.follow");
    lines.add(words.say("check.follow.1"));
    lines.add(words.say("check.follow.2"));
    part(lines, "check.mistakes");
    lines.add(words.say("dossier.mistakes.text"));
    return lines;
  }

  private void part(List<String> lines, String key) {
    lines.add("");
    lines.add(words.say(key));
  }

  private static List<String> addressTexts(Failures failures) {
    return failures.addresses().stream().map(Refused::address).toList();
  }

  private static String first(List<String> names) {
    if (names.isEmpty()) {
      return "–";
    }
    String named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? named + ", …" : named;
  }
}
