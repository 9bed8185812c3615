package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Everything that can be asked. */
final class Every {
  private static final Set<Cmdlet> LATER =
      Set.of(
          Cmdlet.GROUP_MEMBER,
          Cmdlet.RECIPIENT,
          Cmdlet.INBOX_RULE,
          Cmdlet.MAILBOX_PERMISSION,
          Cmdlet.RECIPIENT_PERMISSION,
          Cmdlet.AUDIT_LOG,
          Cmdlet.MESSAGE_TRACE);

  static final List<String> COMMANDS =
      Arrays.stream(Cmdlet.values()).filter(one -> !LATER.contains(one)).map(Cmdlet::sent).toList();

  private Every() {}

  static List<Question> question(ExchangeClient client) {
    return ExchangeDatasets.questions(client);
  }
}
