package dev.sigillo.effective;

import dev.sigillo.snapshot.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which entries of the audit log tell of new forwarding, or of a door opened for it. */
public final class ForwardingChange {
  private static final List<String> INBOX_RULE =
      List.of("ForwardTo", "ForwardAsAttachmentTo", "RedirectTo");
  private static final List<String> TRANSPORT_RULE =
      List.of(
          "RedirectMessageTo",
          "BlindCopyTo",
          "CopyTo",
          "AddToRecipients",
          "RouteMessageOutboundConnector");

  /** What a change has to name to concern forwarding, by operation; regular expressions. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("new-inboxrule", INBOX_RULE),
          Map.entry("set-inboxrule", INBOX_RULE),
          Map.entry("updateinboxrules", List.of("ActionType\\W+(Forward|Redirect)\\w*")),
          Map.entry("set-mailbox", List.of("ForwardingSmtpAddress", "ForwardingAddress")),
          Map.entry("new-transportrule", TRANSPORT_RULE),
          Map.entry("set-transportrule", TRANSPORT_RULE),
          Map.entry("new-remotedomain", List.of("AutoForwardEnabled")),
          Map.entry("set-remotedomain", List.of("AutoForwardEnabled")),
          Map.entry("new-hostedoutboundspamfilterpolicy", List.of("AutoForwardingMode")),
          Map.entry("set-hostedoutboundspamfilterpolicy", List.of("AutoForwardingMode")));

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
    return NAMES.getOrDefault(operation, List.of()).stream()
        .anyMatch(name -> sets(parameters, name));
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

  /** A parameter that is named, and not only to be emptied or switched off. */
  private static boolean sets(String parameters, String name) {
    String word = "\\b" + name + "\\b";
    return Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(parameters).find()
        && !Pattern.compile(
                word + "\"\\s*,\\s*\"Value\"\\s*:\\s*(null|\"\\s*\"|\"(Off|False)\")",
                Pattern.CASE_INSENSITIVE)
            .matcher(parameters)
            .find();
  }
}
