package dev.sigillo.redact;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is not known, without names. A service that was asked about one mailbox quotes the
 * names of objects, which no field of the assessment need hold, so nothing is searched for them:
 * its status and code stay, its words go.
 */
final class RedactedWords {
  /** Subjects that a reason names. */
  private static final int EXAMPLES = 5;

  /** {@code HTTP 404: …} of Exchange, {@code 404 ErrorItemNotFound …} of Graph. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(?:HTTP )?[1-5]\\d\\d\\b"
              + "(?::? [A-Za-z_]*(?:Error|Exception|NotFound|Denied)[A-Za-z_]*(?![\\w.@-]))?");

  private final Pseudonyms names;
  private final NameBook book;

  RedactedWords(Pseudonyms names, NameBook book) {
    this.names = names;
    this.book = book;
  }

  /**
   * Why subjects of a control are unknown; reasons that differ in nothing but what must not be said
   * become one.
   *
   * @param people whether the subjects are people
   */
  List<Reason> of(List<Reason> all, boolean people) {
    List<Reason> kept = new ArrayList<>();
    for (Reason one : all) {
      Reason next = reason(one, people);
      int same = 0;
      while (same < kept.size() && !alike(kept.get(same), next)) {
        same++;
      }
      if (same < kept.size()) {
        kept.set(same, joined(kept.get(same), next));
      } else {
        kept.add(next);
      }
    }
    return kept;
  }

  private static boolean alike(Reason a, Reason b) {
    return a.code() == b.code()
        && a.dataset().equals(b.dataset())
        && Objects.equals(a.property(), b.property())
        && Objects.equals(a.status(), b.status())
        && Objects.equals(a.detail(), b.detail());
  }

  private static Reason joined(Reason a, Reason b) {
    Set<String> examples = new LinkedHashSet<>(a.examples());
    examples.addAll(b.examples());
    return new Reason(
        a.code(),
        a.dataset(),
        a.property(),
        a.status(),
        a.detail(),
        a.subjects() + b.subjects(),
        examples.stream().limit(EXAMPLES).toList());
  }

  private Reason reason(Reason r, boolean people) {
    return new Reason(
        r.code(),
        r.dataset(),
        r.property(),
        r.status(),
        of(r, people),
        r.subjects(),
        r.examples().stream().map(people ? names::whole : names::text).toList());
  }

  private @Nullable String of(Reason reason, boolean people) {
    String detail = reason.detail();
    if (detail == null || (people && reason.code() == Code.PROPERTY_UNREADABLE)) {
      return null;
    }
    if (asked(reason.dataset()) || (people && reason.code() == Code.NO_ANSWER)) {
      return brief(detail, people);
    }
    return book.in(people ? names.keys(detail) : names.text(detail));
  }

  /** What is said of a dataset, or of whatever else has a name like one. */
  @Nullable String of(String dataset, @Nullable String said) {
    if (said == null) {
      return null;
    }
    return asked(dataset) ? brief(said, false) : book.in(names.text(said));
  }

  /** Whether a service is asked about one mailbox after the other. */
  private static boolean asked(String dataset) {
    return Dataset.of(dataset).filter(one -> one.keyed() == Dataset.Keyed.BY_MAILBOX).isPresent();
  }

  private String brief(String said, boolean people) {
    if (Note.isOne(said)) {
      return book.in(people ? names.keys(said) : names.text(said));
    }
    Matcher status = STATUS.matcher(said);
    return status.lookingAt() ? status.group() : Note.WORDS_LEFT_OUT.of();
  }
}
