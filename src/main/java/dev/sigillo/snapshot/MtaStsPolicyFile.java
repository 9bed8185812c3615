package dev.sigillo.snapshot;

import java.time.Instant;

/**
 * What the web server of an MTA-STS policy said (RFC 8461 section 3.3).
 *
 * @param row where it stands
 * @param domain the policy domain, lower case, without the final dot
 * @param url what was asked for
 * @param status {@code OK} with a body that could be read; {@code HTTP_STATUS} for another status
 *     than 200, redirects too, which are not followed; {@code CERTIFICATE}, {@code TIMEOUT}, {@code
 *     NETWORK}; {@code TOO_LARGE} above 64 KiB; {@code MALFORMED} when it is not UTF-8
 * @param reason why there is no body, in the words of the library
 * @param httpStatus status of the response
 * @param contentType header of the response
 * @param body the file word for word
 * @param time when it came
 */
public record MtaStsPolicyFile(
    RowRef row,
    Setting<String> domain,
    Setting<String> url,
    Setting<String> status,
    Setting<String> reason,
    Setting<Long> httpStatus,
    Setting<String> contentType,
    Setting<String> body,
    Setting<Instant> time)
    implements Fact {}
