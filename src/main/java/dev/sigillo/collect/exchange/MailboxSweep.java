package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Source;
import dev.sigillo.collect.run.Sweep;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a command says of one mailbox after the other. */
final class MailboxSweep implements Source {
  /** Every mailbox. */
  static final Choice EVERY_MAILBOX = (earlier, answers) -> Chosen.ALL;

  private static final List<String> NAMES =
      List.of("Guid", "Identity", "Name", "PrimarySmtpAddress", "UserPrincipalName", "DisplayName");

  private final ExchangeClient client;
  private final Command each;
  private final Parameter naming;
  private final Choice choice;

  /** Which mailboxes are asked about. */
  interface Choice {
    /**
     * Says which.
     *
     * @param answers of the sweep, with what an interrupted run noted of its choice
     */
    Chosen among(Collected earlier, Answers answers) throws InterruptedException;

    /** What the choice rests on. */
    default Set<Dataset> needs() {
      return Set.of(Dataset.MAILBOX);
    }
  }

  /**
   * Mailboxes to ask about.
   *
   * @param rounds keys, some asked about before others; none in two rounds
   * @param mailboxes how many they are; 0 for all
   * @param note why not all; null when all
   */
  record Chosen(List<Predicate<String>> rounds, long mailboxes, @Nullable String note) {
    /** Everybody at once. */
    static final Chosen ALL = new Chosen(List.of(key -> true), 0, null);

    Chosen {
      rounds = List.copyOf(rounds);
    }
  }

  /**
   * A sweep.
   *
   * @param each the command but for the mailbox
   * @param naming the parameter that names the mailbox
   */
  MailboxSweep(ExchangeClient client, Command each, Parameter naming, Choice choice) {
    this.client = client;
    this.each = each;
    this.naming = naming;
    this.choice = choice;
  }

  @Override
  public String service() {
    return Via.EXCHANGE.called();
  }

  @Override
  public String request() {
    return each.with(naming, "(each)").toString();
  }

  @Override
  public boolean documented() {
    return false;
  }

  @Override
  public Set<Dataset> needs() {
    return choice.needs();
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Chosen chosen = choice.among(earlier, answers);
    Ending ending =
        Sweep.over(
            Dataset.MAILBOX,
            chosen.rounds().stream().map(MailboxSweep::round).toList(),
            earlier,
            answers,
            ExchangeClient.BATCH,
            client.workload(),
            (done, total) -> steps.at(done, chosen.note() == null ? total : chosen.mailboxes()),
            this::ask);
    return ending.reason() == null ? ending.noting(chosen.note()) : ending;
  }

  private static BiPredicate<String, ObjectNode> round(Predicate<String> keys) {
    return (key, row) -> keys.test(key);
  }

  private List<Sweep.Reply> ask(List<Sweep.Target> targets) throws InterruptedException {
    List<Command> commands =
        targets.stream().map(target -> each.with(naming, target.key())).toList();
    List<ExchangeClient.Item> items = client.batch(commands, List.of());
    List<Sweep.Reply> replies = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      replies.add(reply(targets.get(i), commands.get(i), items.get(i)));
    }
    return replies;
  }

  private Sweep.Reply reply(Sweep.Target target, Command command, ExchangeClient.Item item)
      throws InterruptedException {
    try {
      if (item.reply() == null) {
        throw item.refusal() == null
            ? new ServiceException(Kind.BROKEN, "no answer")
            : item.refusal();
      }
      List<ObjectNode> rows =
          Whole.rows((same, next) -> client.ask(same, List.of(), next), command, item.reply());
      rows.forEach(row -> check(target, row));
      return Sweep.Reply.of(rows);
    } catch (ServiceException e) {
      return Sweep.Reply.refused(e);
    }
  }

  /**
   * A row that says whose it is must be the mailbox's own: a wrong name is answered with others.
   */
  private static void check(Sweep.Target target, ObjectNode row) {
    String owner = owner(row);
    if (owner == null || owner.equals(target.key())) {
      return;
    }
    String last = owner.substring(owner.lastIndexOf('/') + 1);
    boolean own =
        NAMES.stream()
            .map(name -> MailboxKey.text(target.row(), name))
            .anyMatch(name -> owner.equals(name) || last.equals(name));
    boolean named = NAMES.stream().anyMatch(name -> MailboxKey.text(target.row(), name) != null);
    if (!own && named) {
      throw new ServiceException(Kind.BAD_REQUEST, Note.OF_ANOTHER_MAILBOX.of());
    }
  }

  private static @Nullable String owner(ObjectNode row) {
    if (row.has("RuleIdentity")) {
      return MailboxKey.text(row, "MailboxOwnerId");
    }
    return MailboxKey.text(row, "Identity");
  }
}
