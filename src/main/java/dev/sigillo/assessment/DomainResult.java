package dev.sigillo.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DNS says of one of the tenant's domains, as the controls judged it, and what it should say.
 * Numbers are null where a question without an answer leaves them open.
 *
 * @param domain the domain
 * @param kind what it is for
 * @param spf who may send
 * @param dkim keys that sign
 * @param dmarc what becomes of forged mail
 * @param mail how mail reaches it
 */
public record DomainResult(
    String domain, Kind kind, Spf spf, Dkim dkim, Dmarc dmarc, Incoming mail) {

  /** What a domain is for. */
  public enum Kind {
    SENDING,
    PARKED,
    INITIAL,
    COEXISTENCE,
    UNKNOWN
  }

  /** Whether something is published and counts. */
  public enum State {
    PRESENT,
    ABSENT,
    /** It is published in a way that does not count: twice, or against the grammar. */
    INVALID,
    /** A question has no answer. */
    UNKNOWN
  }

  /**
   * Something remarkable, language-neutral.
   *
   * @param code name of the kind of problem
   * @param where name in DNS or term concerned
   * @param text the text concerned; may be empty
   */
  public record Problem(String code, String where, String text) {}

  /**
   * SPF.
   *
   * @param state whether one valid record is there
   * @param records SPF records at the domain, several where the mistake was made
   * @param lookups DNS lookups that a check may need; at most 10 are allowed
   * @param voidLookups lookups among them that find nothing; at most 2 are allowed
   * @param all what ends the evaluation, redirects followed: {@code -all}, {@code ~all}, {@code
   *     ?all}, {@code +all} or {@code neutral}
   * @param tree the record with all that it includes; null without one
   * @param problems what is wrong with any part
   * @param unresolved questions without an answer
   * @param recommended the record to publish; null where none can be derived
   */
  public record Spf(
      State state,
      List<String> records,
      @Nullable Integer lookups,
      @Nullable Integer voidLookups,
      @Nullable String all,
      @Nullable SpfNode tree,
      List<Problem> problems,
      List<String> unresolved,
      @Nullable String recommended) {}

  /**
   * A record in the SPF tree.
   *
   * @param term the term that leads here; empty at the top
   * @param name where the record stands
   * @param state what is known of it
   * @param record its text, cut after 1,000 characters; empty without one
   * @param lookups lookups of this record and all below, without the one that leads here
   * @param voidLookups void lookups of this record and all below
   * @param terms its other terms that ask DNS, one lookup each
   * @param below records it includes or redirects to, in order
   */
  public record SpfNode(
      String term,
      String name,
      NodeState state,
      String record,
      int lookups,
      int voidLookups,
      List<String> terms,
      List<SpfNode> below) {}

  /** What is known of a record in the SPF tree. */
  public enum NodeState {
    PRESENT,
    ABSENT,
    /** There are several, or it breaks the grammar. */
    INVALID,
    /** It leads back to itself. */
    LOOP,
    /** Its tree is drawn elsewhere; it counts again all the same. */
    REPEATED,
    /** Which record it is depends on the sender. */
    VARIABLE,
    /** DNS did not answer, or there is more than an analysis follows. */
    UNKNOWN
  }

  /**
   * DKIM.
   *
   * @param signing whether Exchange Online signs with the domain; null when not known
   * @param keys keys under the selectors asked for: those of Exchange Online always, others where
   *     something was found
   * @param unresolved questions without an answer
   */
  public record Dkim(@Nullable Boolean signing, List<KeyRecord> keys, List<String> unresolved) {}

  /**
   * A key record.
   *
   * @param selector its selector
   * @param state whether a usable key is there
   * @param algorithm {@code rsa} or {@code ed25519}; null without a key
   * @param bits size of the key; null without one
   * @param target where a CNAME leads; null without one
   * @param expectedTarget where Exchange Online wants it to lead; null for other selectors
   * @param problems what is wrong with it
   */
  public record KeyRecord(
      String selector,
      State state,
      @Nullable String algorithm,
      @Nullable Integer bits,
      @Nullable String target,
      @Nullable String expectedTarget,
      List<Problem> problems) {}

  /**
   * DMARC.
   *
   * @param state whether a valid record reaches the domain
   * @param record its text; null without one
   * @param foundAt the domain whose record it is; null without one
   * @param p policy for the domain's mail; null when absent or not known
   * @param sp policy for subdomains that exist
   * @param np policy for subdomains that do not exist
   * @param testing whether it says that it is a test
   * @param aggregateReports where aggregate reports go
   * @param failureReports where failure reports go
   * @param problems what is wrong or remarkable
   * @param unresolved questions without an answer
   * @param recommended the record to publish; null where the present one will do
   */
  public record Dmarc(
      State state,
      @Nullable String record,
      @Nullable String foundAt,
      @Nullable String p,
      @Nullable String sp,
      @Nullable String np,
      boolean testing,
      List<String> aggregateReports,
      List<String> failureReports,
      List<Problem> problems,
      List<String> unresolved,
      @Nullable String recommended) {}

  /**
   * Mail that comes in.
   *
   * @param mx whether it takes mail; absent for a null MX
   * @param hosts mail servers, preferred ones first
   * @param mtaSts whether MTA-STS has a valid record and policy
   * @param mtaStsMode mode of its policy; null without one
   * @param tlsRpt whether TLS failures are reported
   * @param dnssec whether its answers are signed
   * @param dane whether its mail servers have TLSA records that can be trusted
   * @param unresolved questions without an answer
   */
  public record Incoming(
      State mx,
      List<String> hosts,
      State mtaSts,
      @Nullable String mtaStsMode,
      State tlsRpt,
      State dnssec,
      State dane,
      List<String> unresolved) {}
}
