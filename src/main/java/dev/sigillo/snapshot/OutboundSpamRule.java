package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-HostedOutboundSpamFilterRule}: to which senders a custom policy applies. */
public record OutboundSpamRule(
    RowRef row,
    Setting<String> name,
    Setting<String> hostedOutboundSpamFilterPolicy,
    Setting<String> state,
    Setting<Long> priority,
    Setting<List<String>> from,
    Setting<List<String>> fromMemberOf,
    Setting<List<String>> senderDomainIs,
    Setting<List<String>> exceptIfFrom,
    Setting<List<String>> exceptIfFromMemberOf,
    Setting<List<String>> exceptIfSenderDomainIs)
    implements Fact {}
