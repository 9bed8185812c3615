package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened lately, and who administers. */
final class LogFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  static {
    ALL.put("usersAtRisk", LogFaults::usersAtRisk);
    ALL.put("usersRestricted", LogFaults::usersRestricted);
    ALL.put("manyAdministrators", LogFaults::manyAdministrators);
    ALL.put("administratorsByGroup", LogFaults::administratorsByGroup);
    ALL.put("forwardingChanged", LogFaults::forwardingChanged);
    ALL.put("deliveriesBlocked", LogFaults::deliveriesBlocked);
    ALL.put("passwordSubmissions", LogFaults::passwordSubmissions);
  }

  private LogFaults() {}

  private static void usersAtRisk(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      Row user = Logs.risky(content.org, "rischio." + i, "atRisk", 20);
      content.list(Logs.RISKY, user);
      content.truth.finds("IDENTITY-10", user.text("userPrincipalName"), "open");
    }
  }

  private static void usersRestricted(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      String address = "bloccato." + i + "@" + content.org.domain();
      content.list("Get-BlockedSenderAddress", Organisation.blocked(content, address));
      content.truth.finds("OUTBOUND-06", address, "noCase");
    }
  }

  /** More than the eight that are recommended, however many are asked for. */
  private static void manyAdministrators(Content content, int count) {
    for (String name : Layers.names("Amministratore", Math.max(count, 9))) {
      String id = content.org.guid("user/" + name);
      content.list(Logs.ROLES, Logs.role(content.org, Logs.GLOBAL_ADMINISTRATOR, id, name, "user"));
    }
    content.truth.finds("DELEGATION-06", content.tenant(), "many");
  }

  private static void administratorsByGroup(Content content, int count) {
    for (String name : Layers.names("Gruppo amministratori", count)) {
      String id = content.org.guid("group/" + name);
      content.list(
          Logs.ROLES, Logs.role(content.org, Logs.EXCHANGE_ADMINISTRATOR, id, name, "group"));
      content.list("groups/" + id + "/transitiveMembers");
    }
    content.truth.finds("DELEGATION-06", content.tenant(), "group");
  }

  private static void forwardingChanged(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      String time = content.org.before(Duration.ofDays(3).plusMinutes(i));
      Row event =
          Logs.event(
              content.org,
              time,
              "Set-Mailbox",
              "elena.fontana@" + content.org.domain(),
              "mailbox." + i,
              List.of(
                  Logs.parameter("Identity", "mailbox." + i),
                  Logs.parameter("ForwardingSmtpAddress", "smtp:casa@posta.example")));
      content.list(Logs.UNIFIED, event);
      content.truth.finds("FORWARDING-08", event.text("Identity"), "unexplained");
    }
  }

  /** No control judges what happened to messages. */
  private static void deliveriesBlocked(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      Traces.blocked(content, "elena.fontana@" + content.org.domain(), i);
      Traces.delivered(content, "elena.fontana@" + content.org.domain(), count + i);
    }
  }

  private static void passwordSubmissions(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      content.list(Logs.SIGN_INS, Logs.signIn(content.org, "scanner." + i, 2, 0));
    }
    content.truth.finds("SMTPAUTH-05", content.tenant(), "user");
  }
}
