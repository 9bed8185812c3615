package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;

/** The datasets that Exchange Online and Security &amp; Compliance answer. */
public final class ExchangeDatasets {
  private final ExchangeClient client;

  private ExchangeDatasets(ExchangeClient client) {
    this.client = client;
  }

  /** The questions, each with the documented source last. */
  public static List<Question> questions(ExchangeClient client) {
    return new ExchangeDatasets(client).questions();
  }

  private List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Cmdlet cmdlet : Cmdlet.values()) {
      switch (cmdlet) {
        case MAILBOX ->
            add(
                questions,
                cmdlet.dataset(),
                Question.FIRST,
                new MailboxSource(client, list(cmdlet)),
                new MailboxSource(client, documented(cmdlet)));
        case CAS_MAILBOX ->
            add(questions, cmdlet.dataset(), Question.SECOND, new CasMailboxSource(client));
        case OUTBOUND_CONNECTOR ->
            add(questions, cmdlet.dataset(), Question.FIRST, outboundConnectors());
        case ACCEPTED_DOMAIN, ORGANIZATION_CONFIG ->
            add(questions, cmdlet.dataset(), Question.FIRST, list(cmdlet), documented(cmdlet));
        case GROUP_MEMBER,
            RECIPIENT,
            INBOX_RULE,
            MAILBOX_PERMISSION,
            RECIPIENT_PERMISSION,
            AUDIT_LOG,
            MESSAGE_TRACE -> {}
        default -> add(questions, cmdlet.dataset(), Question.FIRST, list(cmdlet));
      }
    }
    return List.copyOf(questions);
  }

  private static void add(List<Question> questions, Dataset dataset, int stage, Source... sources) {
    questions.add(new Question(dataset, stage, List.of(sources)));
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
