package dev.sigillo.incident.blocklist;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.spf.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block list said of an address.
 *
 * @param list the list asked
 * @param address the address asked about
 * @param state what the answer means
 * @param answers addresses that the list answered with, such as 127.0.0.2
 * @param texts what its TXT records say; none when it was not asked for them
 * @param failure why there is no answer; null when there is one
 * @param question the name in DNS that was asked for
 * @param time when the answer was there, UTC
 */
public record Listing(
    BlockList list,
    IpAddress address,
    State state,
    List<String> answers,
    List<String> texts,
    @Nullable Failure failure,
    String question,
    Instant time) {

  /** What an answer means. Only the first two say anything of the address. */
  public enum State {
    /** Answers within 127.0.0.0/8, and nothing that refuses. */
    LISTED,
    /** The name does not exist (NXDOMAIN) or has no address, and the list works. */
    NOT_LISTED,
    /** The list answers that it does not answer whoever asks, as Spamhaus does public resolvers. */
    REFUSED,
    /** Its test entry is not listed (RFC 5782 section 5), or not for this version of IP. */
    NOT_WORKING,
    /** It lists what no list may list: a domain that was sold, or somebody who rewrites answers. */
    LISTS_EVERYTHING,
    /** It answers with addresses outside 127.0.0.0/8, or 127.0.0.1, that are no listing. */
    NO_LISTING,
    /** No answer: nothing is known. */
    NO_ANSWER
  }

  public Listing {
    answers = List.copyOf(answers);
    texts = List.copyOf(texts);
  }

  /** Whether the answer says anything of the address. */
  public boolean isKnown() {
    return state == State.LISTED || state == State.NOT_LISTED;
  }
}
