package dev.sigillo.effective;

import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.spf.Authorised.Grant;
import dev.sigillo.mailauth.spf.Directive;
import dev.sigillo.mailauth.spf.IpPrefix;
import dev.sigillo.mailauth.spf.IpVersion;
import dev.sigillo.mailauth.spf.Mechanism;
import dev.sigillo.mailauth.spf.Place;
import dev.sigillo.mailauth.spf.Qualifier;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.spf.SpfNode;
import dev.sigillo.mailauth.spf.SpfNode.State;
import dev.sigillo.mailauth.spf.SpfRecord;
import dev.sigillo.mailauth.spf.SyntaxError;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.snapshot.DnsAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who may send for a domain, as its SPF record and all that it includes say. */
public final class DomainSpf {
  private static final List<String> EXCHANGE_ONLINE =
      List.of(
          "spf.protection.outlook.com",
          "spf.protection.office365.us",
          "spf.protection.partner.outlook.cn");

  private final String domain;
  private final SnapshotDns dns;
  private final List<InventoryEntry> inventory;
  private final Analysis<SpfTree> tree;

  DomainSpf(String domain, DomainContext context) {
    this.domain = domain;
    this.dns = context.dns();
    this.inventory = context.inventory();
    this.tree = new Analysis<>(dns, asked -> new SpfTree(SpfAnalysis.of(asked, domain)));
  }

  private SpfTree tree() {
    return tree.result();
  }

  /** The whole analysis. */
  public SpfAnalysis analysis() {
    return tree().analysis();
  }

  /** How many SPF records the domain has; only one counts. */
  public int count() {
    return tree().root().recordCount();
  }

  /** The records as published, in one line; {@code none} without one. */
  public String record() {
    return count() == 0 ? "none" : String.join(", ", tree().root().records());
  }

  /** Whether the domain has one record, which follows the grammar. */
  public boolean isValid() {
    return SpfTree.isSound(tree().root());
  }

  /** Terms that break the grammar, of a single record. */
  public List<String> faults() {
    SpfRecord record = tree().root().record();
    return record == null
        ? List.of()
        : record.errors().stream().map(SyntaxError::term).distinct().toList();
  }

  /** Length of the single record in octets, its strings joined. */
  public int octets() {
    SpfRecord record = tree().root().record();
    return record == null ? 0 : record.text().length();
  }

  /** Whether the record says that the domain never sends: {@code v=spf1 -all} alone. */
  public boolean isNeverSends() {
    SpfRecord record = tree().root().record();
    return record != null && record.isValid() && record.toString().equals(SpfAdvice.NEVER);
  }

  /**
   * What ends the evaluation, redirects followed: {@code -all}, {@code ~all}, {@code ?all}, {@code
   * +all}, or {@code neutral} where nothing does.
   */
  public String end() {
    return analysis().all().place().term().isEmpty()
        ? "neutral"
        : analysis().all().qualifier().sign() + "all";
  }

  /** Whether other senders are not refused; softfail counts as refusing where it is allowed. */
  public boolean endsOpenly(boolean softfailAllowed) {
    Qualifier end = analysis().all().qualifier();
    return deadRedirect().isEmpty()
        && end != Qualifier.FAIL
        && !(softfailAllowed && end == Qualifier.SOFTFAIL);
  }

  /** Where a redirect leads that ends without a valid record; empty when none does. */
  public String deadRedirect() {
    SpfNode last = tree().last();
    boolean redirected = tree().chain().size() > 1;
    return redirected && (SpfTree.isBroken(last) || last.state() == State.LOOP)
        ? last.domain()
        : "";
  }

  /** Terms that ask DNS, of 10 allowed. */
  public int lookups() {
    return analysis().lookups();
  }

  /** The number of them, and what each term of the record costs. */
  public String costs() {
    return "%d (%s)".formatted(lookups(), String.join("; ", tree().costs()));
  }

  /** Terms whose questions find nothing, of 2 allowed. */
  public int voidLookups() {
    return analysis().voidLookups();
  }

  /** The number of them, and which they are. */
  public String voids() {
    return "%d (%s)".formatted(voidLookups(), String.join("; ", tree().voids()));
  }

  /** Includes and redirects of domains without a valid record. */
  public List<String> broken() {
    return tree().below(SpfTree::isBroken);
  }

  /** Includes and redirects that lead back to themselves. */
  public List<String> loops() {
    return tree().below(node -> node.state() == State.LOOP);
  }

  /** Whether one of some domains' records is among those that may let somebody send. */
  public boolean authorises(List<String> includes) {
    return tree().passes(includes);
  }

  /** Ranges in the domain's own record that are wider than allowed, prefix lengths in bits. */
  public List<String> ownWiderThan(long ip4, long ip6) {
    return wider(ip4, ip6, tree()::isOwn);
  }

  /** Ranges in included records that are wider than allowed. */
  public List<String> includedWiderThan(long ip4, long ip6) {
    return wider(ip4, ip6, place -> !tree().isOwn(place));
  }

  private List<String> wider(long ip4, long ip6, Predicate<Place> where) {
    return tree()
        .ways(
            analysis().authorised().prefixes().stream()
                .filter(grant -> where.test(grant.place()))
                .filter(grant -> grant.prefix().length() < bits(grant.prefix(), ip4, ip6))
                .map(Grant::place)
                .toList());
  }

  private static long bits(IpPrefix prefix, long ip4, long ip6) {
    return prefix.address().version() == IpVersion.IP4 ? ip4 : ip6;
  }

  /** Prefix lengths in a form that findings carry. */
  public List<String> prefixes(long ip4, long ip6) {
    return List.of("ip4 /" + ip4, "ip6 /" + ip6);
  }

  /** Terms that let everybody send. */
  public List<String> everybody() {
    return tree().ways(analysis().authorised().everyone());
  }

  /** Terms that go by the client's own name. */
  public List<String> ptr() {
    return tree().ways(analysis().authorised().ptr());
  }

  /** Terms that leave the decision to another server. */
  public List<String> exists() {
    return tree().ways(analysis().authorised().exists());
  }

  /** Terms that authorise somebody whom the inventory does not name, as the record writes them. */
  public List<String> unexplained(List<String> known) {
    List<String> terms = Stream.concat(known.stream(), declared()).map(SpfTerms::normal).toList();
    List<IpPrefix> prefixes =
        inventory.stream()
            .flatMap(entry -> Stream.of(entry.ip(), entry.spf()))
            .filter(Objects::nonNull)
            .flatMap(written -> SpfTerms.prefix(Objects.requireNonNull(written)).stream())
            .toList();
    return passing()
        .filter(term -> !terms.contains(SpfTerms.normal(term.toString())))
        .filter(
            term ->
                !(term.mechanism() instanceof Mechanism.Ip ip
                    && prefixes.stream().anyMatch(p -> SpfTerms.within(ip.prefix(), p))))
        .map(Directive::toString)
        .toList();
  }

  private Stream<String> declared() {
    return inventory.stream().flatMap(entry -> Stream.ofNullable(entry.spf()));
  }

  /** Terms of the own records that let somebody send. */
  private Stream<Directive> passing() {
    return tree().records().stream()
        .flatMap(record -> record.directives().stream())
        .filter(term -> !(term.mechanism() instanceof Mechanism.All))
        .filter(term -> term.qualifier() == Qualifier.PASS);
  }

  /**
   * Whether a declared term stands in the records, or a declared range lies in one that may send.
   */
  boolean covers(String written) {
    return SpfTerms.prefix(written)
        .map(
            range ->
                analysis().authorised().prefixes().stream()
                    .anyMatch(grant -> SpfTerms.within(range, grant.prefix())))
        .orElseGet(
            () -> {
              String term = SpfTerms.normal(written);
              return passing().anyMatch(one -> SpfTerms.normal(one.toString()).equals(term))
                  || !tree()
                      .below(node -> SpfTerms.normal(node.place().term()).equals(term))
                      .isEmpty();
            });
  }

  /**
   * The record to publish instead of what is there: with one end that refuses others, with Exchange
   * Online, and without terms that lead to nothing.
   *
   * @param parked whether the domain never sends
   * @return empty when what is there will do
   */
  public Optional<String> better(boolean parked) {
    boolean open = isValid() && (endsOpenly(true) || !deadRedirect().isEmpty());
    SpfAdvice advice = advice(open ? tree().records() : parsed());
    if (!authorises(EXCHANGE_ONLINE)) {
      advice.with("include:" + EXCHANGE_ONLINE.get(0));
    }
    String wanted = parked ? SpfAdvice.NEVER : open ? advice.record("-all") : advice.record();
    SpfRecord present = tree().root().record();
    return isValid() && present != null && present.toString().equals(wanted)
        ? Optional.empty()
        : Optional.of(wanted);
  }

  /** The record to publish, with the end it has. */
  public String recommended() {
    return advice(parsed()).record();
  }

  /** The record to publish, with an end that refuses all others. */
  public String refusing() {
    return advice(tree().records().isEmpty() ? parsed() : tree().records()).record("-all");
  }

  /** The record to publish, with an include of Exchange Online. */
  public String authorising(List<String> includes) {
    SpfAdvice advice = advice(parsed());
    includes.stream().limit(1).forEach(include -> advice.with("include:" + include));
    return advice.record();
  }

  private SpfAdvice advice(List<SpfRecord> records) {
    return new SpfAdvice(records, tree().harmful(), inventory);
  }

  private List<SpfRecord> parsed() {
    return tree().root().records().stream().map(SpfRecord::parse).toList();
  }

  List<String> unresolved(Aspect aspect) {
    boolean open =
        switch (aspect) {
          case SPF_RECORD -> tree().root().state() == State.UNKNOWN;
          case SPF_ALL -> isOpen(tree().last());
          case SPF_TREE -> !analysis().isTreeKnown();
          default -> !analysis().isKnown();
        };
    if (!open) {
      return List.of();
    }
    List<String> failures = new ArrayList<>(tree.failures());
    if (aspect == Aspect.SPF_RECORD || aspect == Aspect.SPF_ALL) {
      String last = tree().last().domain();
      failures.removeIf(failure -> !failure.startsWith("TXT " + last + ":"));
    }
    return failures.isEmpty() ? List.of("TXT " + tree().last().domain()) : failures;
  }

  private static boolean isOpen(SpfNode node) {
    return switch (node.state()) {
      case UNKNOWN, VARIABLE, NOT_FOLLOWED -> true;
      default -> false;
    };
  }

  List<DnsAnswer> rows(Aspect aspect) {
    return switch (aspect) {
      case SPF_RECORD -> dns.rows(new Question(domain, RecordType.TXT));
      case SPF_ALL ->
          tree().chain().stream()
              .flatMap(node -> dns.rows(new Question(node.domain(), RecordType.TXT)).stream())
              .toList();
      default -> tree.rows();
    };
  }
}
