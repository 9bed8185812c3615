package dev.sigillo.redact;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.AssessmentWriter;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.control.Area;
import dev.sigillo.control.SubjectKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * From an assessment to one that names nobody, with the same outcomes, numbers and finding ids, and
 * the original's {@code resultsDigest}. Reports and lists made of the result name nobody either.
 * Findings are streamed, however many there are.
 */
public final class Redaction {
  /** Controls whose observed value is who holds a right, by whatever name. */
  private static final Set<String> TRUSTEES =
      Set.of("DELEGATION-02", "DELEGATION-03", "DELEGATION-04");

  /** Operation, object and user: a name may stand in each but the first. */
  private static final String AUDIT_EVENTS = "FORWARDING-08";

  private final Pseudonyms names;
  private final NameBook book;

  private Redaction(Pseudonyms names) {
    this.names = names;
    this.book = new NameBook(names);
  }

  /**
   * Writes an assessment that names nobody.
   *
   * @param from the assessment
   * @param to where the redacted one goes, readable by the owner only
   * @param names pseudonyms of the organisation
   */
  public static void write(AssessmentReader from, Path to, Pseudonyms names) {
    Redaction redaction = new Redaction(names);
    Assessment assessment = from.read(0);
    from.forEach(
        (control, finding) -> {
          if (people(control.subjectKind())) {
            redaction.book.learn(finding.subject());
          }
        });
    RedactedHead head = new RedactedHead(names, redaction.book);
    head.learn(assessment);
    AssessmentWriter.stream(
        to,
        head.of(assessment),
        each ->
            from.forEach(
                (control, finding) -> each.accept(control, redaction.of(control, finding))));
  }

  private Finding of(ControlResult control, Finding finding) {
    boolean people = people(control.subjectKind());
    UnaryOperator<String> rowIds = people ? names::object : names::text;
    return new Finding(
        finding.id(),
        people ? names.whole(finding.subject()) : names.text(finding.subject()),
        people ? names.object(finding.key()) : names.text(finding.key()),
        finding.code(),
        value(control, finding.code(), finding.observed()),
        value(control, "", finding.expected()),
        finding.evidence().stream()
            .map(row -> new Finding.Row(row.dataset(), row.line(), rowIds.apply(row.id())))
            .toList(),
        finding.waiver());
  }

  private String value(ControlResult control, String code, String value) {
    boolean observed = !code.isEmpty();
    if (observed && TRUSTEES.contains(control.id()) && !code.equals("everyone")) {
      return each(value, 0);
    }
    if (observed && control.id().equals(AUDIT_EVENTS)) {
      return each(value, 1);
    }
    boolean keys = people(control.subjectKind()) || control.area() == Area.IDENTITY;
    return book.in(keys ? names.keys(value) : names.text(value));
  }

  /** A list whose entries are names, from the one at the index on. */
  private String each(String list, int from) {
    String[] entries = list.split(", ", -1);
    return Arrays.stream(entries, 0, Math.min(from, entries.length)).collect(Collectors.joining())
        + (from > 0 && entries.length > from ? ", " : "")
        + Arrays.stream(entries, Math.min(from, entries.length), entries.length)
            .map(entry -> entry.equals("null") ? entry : names.whole(entry))
            .collect(Collectors.joining(", "));
  }

  /** Whether subjects of a kind are people, or mailboxes, which stand for people. */
  static boolean people(SubjectKind kind) {
    return switch (kind) {
      case MAILBOXES,
          USER_MAILBOXES,
          ENABLED_USER_MAILBOXES,
          SHARED_MAILBOXES,
          RESOURCE_MAILBOXES,
          RESTRICTED_SENDERS,
          RISKY_USERS,
          AUDIT_BYPASSES,
          AUDIT_EVENTS,
          TRACED_SENDERS,
          FORWARDED_MAIL ->
          true;
      case TENANT,
          ACCEPTED_DOMAINS,
          SENDING_DOMAINS,
          PARKED_DOMAINS,
          CUSTOM_DOMAINS,
          INITIAL_DOMAINS,
          REMOTE_DOMAINS,
          OUTBOUND_POLICIES,
          INBOUND_POLICIES,
          ANTI_PHISH_POLICIES,
          MALWARE_POLICIES,
          ROLE_ASSIGNMENT_POLICIES,
          TRANSPORT_RULES,
          INBOUND_CONNECTORS,
          OUTBOUND_CONNECTORS,
          MAILBOX_PLANS,
          APPLICATIONS,
          APP_REGISTRATIONS,
          MAIL_APPLICATIONS,
          DELEGATED_GRANTS,
          MAIL_CLIENTS,
          INVENTORY_ENTRIES,
          WAIVERS,
          RECIPIENT_DOMAINS,
          EGRESS_ADDRESSES,
          MAIL_SOURCES,
          REPORTED_DOMAINS ->
          false;
    };
  }
}
