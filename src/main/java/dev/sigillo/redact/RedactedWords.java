package dev.sigillo.redact;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is not known, without names. A service that was asked about one mailbox quotes the
 * names of objects, which no field of the assessment need hold, so nothing is searched for them:
 * its status and code stay, its words go.
 */
final class RedactedWords {
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
   * What is said of a gap in the evidence of a control.
   *
   * @param people whether its subjects are people
   */
  @Nullable String of(Reason reason, boolean people) {
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
