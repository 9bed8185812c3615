package dev.sigillo.collect.exchange;

import dev.sigillo.collect.exchange.ExchangeOptions.InboxRules;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.Pace;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.collect.run.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The datasets that Exchange Online and Security &amp; Compliance answer. */
public final class ExchangeDatasets {
  /** A little slower than the limit of message trace: 100 questions in five minutes. */
  public static final Pace TRACE_PACE = Pace.of(1, 9, Duration.ofSeconds(30));

  private final ExchangeClient client;
  private final ExchangeOptions options;
  private final List<Question> questions = new ArrayList<>();

  private ExchangeDatasets(ExchangeClient client, ExchangeOptions options) {
    this.client = client;
    this.options = options;
  }

  /** The questions, each with the documented source last. */
  public static List<Question> questions(ExchangeClient client, ExchangeOptions options) {
    ExchangeDatasets all = new ExchangeDatasets(client, options);
    for (Cmdlet cmdlet : Cmdlet.values()) {
      all.add(cmdlet);
    }
    return List.copyOf(all.questions);
  }

  /**
   * Traces of messages that failed, for tenants where Graph does not answer; every question counts
   * against the limit of message trace.
   *
   * @param back how far; what Exchange no longer keeps is not asked for
   */
  public static Question messageTraces(
      ExchangeClient client, Instant now, Duration back, Workload workload) {
    Source traces = new TraceSource(client, now.minus(back), now, workload);
    return new Question(Cmdlet.MESSAGE_TRACE.dataset(), List.of(traces));
  }

  private void add(Cmdlet cmdlet) {
    switch (cmdlet) {
      case MAILBOX ->
          ask(
              cmdlet,
              new MailboxSource(client, list(cmdlet)),
              new MailboxSource(client, documented(cmdlet)));
      case ACCEPTED_DOMAIN, ORGANIZATION_CONFIG -> ask(cmdlet, list(cmdlet), documented(cmdlet));
      case OUTBOUND_CONNECTOR -> ask(cmdlet, outboundConnectors());
      case CAS_MAILBOX -> ask(cmdlet, new CasMailboxSource(client));
      case GROUP_MEMBER -> groups(cmdlet);
      case RECIPIENT -> ask(cmdlet, new RoleAddressSource(client));
      case AUDIT_LOG -> auditLog(cmdlet);
      case INBOX_RULE -> inboxRules(cmdlet);
      case MAILBOX_PERMISSION, RECIPIENT_PERMISSION -> permissions(cmdlet);
      case MESSAGE_TRACE -> {}
      default -> ask(cmdlet, list(cmdlet));
    }
  }

  private void groups(Cmdlet cmdlet) {
    Source live = list(cmdlet);
    Source documented = documented(cmdlet);
    Columns columns = new Columns(client, List.of());
    ask(
        cmdlet,
        new GroupSource(live, directories(columns)),
        new GroupSource(documented, directories(client::callDocumented)));
  }

  private List<GroupDirectory> directories(Listing.Pages pages) {
    List<GroupDirectory> all = new ArrayList<>();
    all.add(
        group ->
            Whole.rows(pages, Command.all(Cmdlet.GROUP_MEMBER).with(Parameter.IDENTITY, group)));
    all.addAll(options.groups());
    return all;
  }

  private void auditLog(Cmdlet cmdlet) {
    if (!options.logs().isZero()) {
      Instant from = options.now().minus(options.logs());
      ask(cmdlet, new AuditLogSource(client, from, options.now()));
    }
  }

  private void inboxRules(Cmdlet cmdlet) {
    if (options.inboxRules() != InboxRules.OFF) {
      Command each = Command.all(cmdlet).with(Parameter.INCLUDE_HIDDEN, true);
      MailboxSweep.Choice choice =
          options.inboxRules() == InboxRules.FULL
              ? MailboxSweep.EVERY_MAILBOX
              : new HiddenRules(
                  options.hiddenRulesBudget(), new Administrators(options.roleGroups()));
      ask(cmdlet, new MailboxSweep(client, each, Parameter.MAILBOX, choice));
    }
  }

  private void permissions(Cmdlet cmdlet) {
    if (options.permissions()) {
      Command each = Command.all(cmdlet);
      ask(cmdlet, new MailboxSweep(client, each, Parameter.IDENTITY, MailboxSweep.EVERY_MAILBOX));
    }
  }

  private void ask(Cmdlet cmdlet, Source... sources) {
    questions.add(new Question(cmdlet.dataset(), List.of(sources)));
  }

  private ListSource list(Cmdlet cmdlet) {
    return new ListSource(client, List.of(Command.all(cmdlet)));
  }

  private Source documented(Cmdlet cmdlet) {
    return new DocumentedSource(client, Command.all(cmdlet));
  }

  /** The command lists neither connectors that rules use nor those in test mode unless asked. */
  private Source outboundConnectors() {
    Command plain = Command.all(Cmdlet.OUTBOUND_CONNECTOR);
    return new ListSource(
        client,
        List.of(
            plain,
            plain.with(Parameter.IS_TRANSPORT_RULE_SCOPED, true),
            plain.with(Parameter.INCLUDE_TEST_MODE_CONNECTORS, true)));
  }
}
