package dev.sigillo.effective;

import dev.sigillo.snapshot.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which entries of the audit log tell of new forwarding, or of a door opened for it. */
public final class ForwardingChange {
  private static final List<Sign> INBOX_RULE =
      signs("ForwardTo", "ForwardAsAttachmentTo", "RedirectTo");
  private static final List<Sign> TRANSPORT_RULE =
      signs(
          "RedirectMessageTo",
          "BlindCopyTo",
          "CopyTo",
          "AddToRecipients",
          "RouteMessageOutboundConnector");

  /** What a change has to name to concern forwarding, by operation. */
  private static final Map<String, List<Sign>> SIGNS =
      Map.ofEntries(
          Map.entry("new-inboxrule", INBOX_RULE),
          Map.entry("set-inboxrule", INBOX_RULE),
          Map.entry("updateinboxrules", signs("ActionType\\W+(Forward|Redirect)\\w*")),
          Map.entry("set-mailbox", signs("ForwardingSmtpAddress", "ForwardingAddress")),
          Map.entry("new-transportrule", TRANSPORT_RULE),
          Map.entry("set-transportrule", TRANSPORT_RULE),
          Map.entry("new-remotedomain", signs("AutoForwardEnabled")),
          Map.entry("set-remotedomain", signs("AutoForwardEnabled")),
          Map.entry("new-hostedoutboundspamfilterpolicy", signs("AutoForwardingMode")),
          Map.entry("set-hostedoutboundspamfilterpolicy", signs("AutoForwardingMode")));

  /** A parameter that is named, and one that is only emptied or switched off. */
  private record Sign(Pattern named, Pattern undone) {
    static Sign of(String word) {
      return new Sign(
          Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "\\b" + word + "\"\\s*,\\s*\"Value\"\\s*:\\s*(null|\"\\s*\"|\"(Off|False)\")",
              Pattern.CASE_INSENSITIVE));
    }

    boolean in(String parameters) {
      return named.matcher(parameters).find() && !undone.matcher(parameters).find();
    }
  }

  private static List<Sign> signs(String... words) {
    return Stream.of(words).map(Sign::of).toList();
  }

  private ForwardingChange() {}

  /**
   * Whether an event opens a way out. One that only takes a recipient away does not.
   *
   * @param event the event
   * @param allInboxRules whether every new or changed inbox rule counts, whatever it does
   */
  public static boolean is(AuditEvent event, boolean allInboxRules) {
    String operation = MailAddress.lower(event.operation().orElse(""));
    if (allInboxRules && operation.contains("inboxrule")) {
      return true;
    }
    String parameters = event.parameters().orElse("");
    return SIGNS.getOrDefault(operation, List.of()).stream().anyMatch(one -> one.in(parameters));
  }

  /** Whether an event lies within so many days before an instant, or after it. */
  public static boolean within(AuditEvent event, long days, Instant asOf) {
    Instant at = event.creationDate().orNull();
    return at != null && !at.isBefore(asOf.minus(Duration.ofDays(days)));
  }

  /**
   * Whether an event is explained.
   *
   * @param event the event
   * @param explained ids of events, each alone or followed by a blank and the explanation
   */
  public static boolean isExplained(AuditEvent event, List<String> explained) {
    Set<String> ids = new HashSet<>(event.id().list());
    ids.add(event.subjectName());
    return explained.stream()
        .map(entry -> entry.strip().split("\\s", 2)[0])
        .anyMatch(id -> ids.stream().anyMatch(id::equalsIgnoreCase));
  }
}
