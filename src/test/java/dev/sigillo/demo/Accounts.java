package dev.sigillo.demo;

import dev.sigillo.demo.DemoMailbox.Kind;
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts behind the mailboxes, and what they registered for multifactor authentication. */
final class Accounts {
  /** Shared mailboxes whose account may sign in: somebody once logged in to send from a phone. */
  private static final Set<String> OPEN_SHARED = Set.of("marketing", "ordini", "sales");

  private static final Set<String> ADMINISTRATORS =
      Set.of("davide.costa", "elena.fontana", "marco.bellini");

  /** Every so many, a colleague has not registered a second factor. */
  private static final int UNREGISTERED = 60;

  private final Directory directory;
  private final Set<DemoMailbox> incapable;

  private Accounts(Directory directory) {
    this.directory = directory;
    List<DemoMailbox> people =
        directory.mailboxes().stream()
            .filter(m -> m.kind() == Kind.PERSON && !directory.hasLeft(m))
            .toList();
    List<DemoMailbox> late = new ArrayList<>();
    for (int i = UNREGISTERED; i < people.size(); i += UNREGISTERED) {
      late.add(people.get(i));
    }
    incapable = Set.copyOf(late);
  }

  static List<Answer> answers(Directory directory) {
    Accounts accounts = new Accounts(directory);
    return List.of(
        Answer.keyed(
            Dataset.USER,
            "GET /users?$select=id,userPrincipalName,userType,accountEnabled&$top=999",
            directory.each(accounts::user),
            Map.of()),
        Answer.keyed(
            Dataset.USER_REGISTRATION,
            "GET /reports/authenticationMethods/userRegistrationDetails",
            directory.each(accounts::registration),
            Map.of()));
  }

  private boolean enabled(DemoMailbox mailbox) {
    return switch (mailbox.kind()) {
      case PERSON -> !directory.hasLeft(mailbox);
      case DEVICE -> true;
      case SHARED -> OPEN_SHARED.contains(mailbox.alias());
      case ROOM, EQUIPMENT, DISCOVERY -> false;
    };
  }

  private List<Row> user(DemoMailbox mailbox) {
    if (!mailbox.hasAccount()) {
      return List.of();
    }
    return List.of(
        Row.graph(mailbox.key())
            .set("userPrincipalName", mailbox.address())
            .set("userType", "Member")
            .set("accountEnabled", enabled(mailbox)));
  }

  /** The report leaves out disabled accounts. */
  private List<Row> registration(DemoMailbox mailbox) {
    if (!enabled(mailbox)) {
      return List.of();
    }
    boolean person = mailbox.kind() == Kind.PERSON;
    boolean capable = person && !incapable.contains(mailbox);
    return List.of(
        Row.graph(mailbox.key())
            .set("userPrincipalName", mailbox.address())
            .set("isMfaCapable", capable)
            .set("isMfaRegistered", capable)
            .set("isAdmin", ADMINISTRATORS.contains(mailbox.alias())));
  }
}
