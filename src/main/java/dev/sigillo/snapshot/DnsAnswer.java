package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What one DNS server answered to one question.
 *
 * @param row where it stands
 * @param name the name asked for, lower case, without the final dot
 * @param type the type asked for, such as {@code TXT}
 * @param server who answered: address and port, or what the exporting tool said of it
 * @param transport {@code udp} or {@code tcp}
 * @param status mnemonic of the response code ({@code NOERROR}, {@code NXDOMAIN}, {@code SERVFAIL},
 *     …); {@code TIMEOUT}, {@code NETWORK}, {@code TRUNCATED} or {@code MALFORMED} when no whole
 *     response was had
 * @param answer the answer section word for word, {@code owner TTL class type data} each
 * @param authenticated whether the server had validated it with DNSSEC (AD bit)
 * @param time when it came
 */
public record DnsAnswer(
    RowRef row,
    Setting<String> name,
    Setting<String> type,
    Setting<String> server,
    Setting<String> transport,
    Setting<String> status,
    Setting<List<String>> answer,
    Setting<Boolean> authenticated,
    Setting<Instant> time)
    implements Fact {}
