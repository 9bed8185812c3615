package dev.sigillo.incident.blocklist;

import dev.sigillo.incident.blocklist.Listing.State;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import dev.sigillo.mailauth.spf.IpAddress;
import dev.sigillo.mailauth.spf.IpVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a block list about an address, after its test entries (RFC 5782 section 5): 127.0.0.2 has to
 * be listed and 127.0.0.1 must not be, or ::FFFF:7F00:2 and ::FFFF:7F00:1 for IPv6. A list that
 * fails them has nothing to say, least of all that an address is clean. Safe for use by several
 * threads when its resolver is; that resolver is to remember its answers.
 */
public final class BlockListCheck {
  /** Texts kept of an answer, and characters of each. */
  private static final int TEXTS = 4;

  private static final int LONGEST = 500;

  /**
   * Answers of RFC 5782 section 2.1, and the part of them in which Spamhaus says why it refuses.
   */
  private static final Pattern LISTED = Pattern.compile("127\\.\\d+\\.\\d+\\.\\d+");

  private static final Pattern REFUSING = Pattern.compile("127\\.255\\.255\\.\\d+");

  /** What lists say in TXT to whom they refuse, whatever address they answer with. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:open|public|shared)(?:/open)? (?:dns )?resolver|quer(?:y|ies) (?:refused|blocked|denied)"
              + "|(?:excessive|too many) (?:number of )?(?:dns )?quer|rate.?limit"
              + "|not (?:authori[sz]ed|allowed|permitted) to (?:query|use)|error: open resolver",
          Pattern.CASE_INSENSITIVE);

  private final Dns dns;
  private final InstantSource clock;

  public BlockListCheck(Dns dns, InstantSource clock) {
    this.dns = dns;
    this.clock = clock;
  }

  /** What a list that has a zone says of an address. */
  public Listing check(BlockList list, IpAddress asked) {
    IpAddress address = asked.unmapped();
    boolean v4 = address.version() == IpVersion.IP4;
    Listing listed = ask(list, test(v4 ? "127.0.0.2" : "::ffff:7f00:2"));
    if (listed.state() != State.LISTED) {
      State state = listed.state() == State.NOT_LISTED ? State.NOT_WORKING : listed.state();
      return of(listed, address, state);
    }
    Listing unlisted = ask(list, test(v4 ? "127.0.0.1" : "::ffff:7f00:1"));
    if (unlisted.state() != State.NOT_LISTED) {
      State state = unlisted.state() == State.LISTED ? State.LISTS_EVERYTHING : unlisted.state();
      return of(unlisted, address, state);
    }
    return ask(list, address);
  }

  private static IpAddress test(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  private static Listing of(Listing test, IpAddress address, State state) {
    return new Listing(
        test.list(),
        address,
        state,
        test.answers(),
        test.texts(),
        test.failure(),
        test.question(),
        test.time());
  }

  private Listing ask(BlockList list, IpAddress address) {
    String name = address.reversed() + "." + list.zone();
    Answer answer = dns.ask(new Question(name, RecordType.A));
    if (answer instanceof Answer.Failed failed) {
      State state = failed.failure() == Failure.REFUSED ? State.REFUSED : State.NO_ANSWER;
      return said(list, address, state, List.of(), List.of(), failed.failure(), name);
    }
    List<String> answers = answer.found();
    if (answers.isEmpty()) {
      return said(list, address, State.NOT_LISTED, answers, List.of(), null, name);
    }
    List<String> texts = texts(dns.ask(new Question(name, RecordType.TXT)));
    return said(list, address, state(answers, texts), answers, texts, null, name);
  }

  private static State state(List<String> answers, List<String> texts) {
    if (answers.stream().anyMatch(a -> REFUSING.matcher(a).matches())
        || texts.stream().anyMatch(t -> REFUSAL.matcher(t).find())) {
      return State.REFUSED;
    }
    boolean listing =
        answers.stream().allMatch(a -> LISTED.matcher(a).matches() && !a.equals("127.0.0.1"));
    return listing ? State.LISTED : State.NO_LISTING;
  }

  private static List<String> texts(Answer answer) {
    return answer.found().stream()
        .limit(TEXTS)
        .map(data -> Txt.of(data).text())
        .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
        .toList();
  }

  private Listing said(
      BlockList list,
      IpAddress address,
      State state,
      List<String> answers,
      List<String> texts,
      @Nullable Failure failure,
      String name) {
    return new Listing(list, address, state, answers, texts, failure, name, clock.instant());
  }
}
