package dev.sigillo.effective;

import dev.sigillo.mailauth.Question;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.MtaStsPolicyFile;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tenant's domains and the declared senders, with what DNS says of them. */
public final class Domains {
  private final List<DomainMail> all;
  private final List<SenderMail> senders;

  private Domains(List<DomainMail> all, List<SenderMail> senders) {
    this.all = all;
    this.senders = senders;
  }

  /**
   * Joins what is known. Nothing is analysed yet.
   *
   * @param facts the tenant's
   * @param inventory what the organisation declares to send
   */
  public static Domains of(TenantFacts facts, List<InventoryEntry> inventory) {
    DomainContext context =
        new DomainContext(
            SnapshotDns.of(facts.all(DnsAnswer.class)),
            byDomain(facts.all(DkimSigningConfig.class), DkimSigningConfig::domain),
            byDomain(facts.all(MtaStsPolicyFile.class), MtaStsPolicyFile::domain),
            List.copyOf(inventory));
    List<DomainMail> all =
        facts.all(AcceptedDomain.class).stream()
            .map(domain -> new DomainMail(domain, context))
            .toList();
    List<DomainMail> sending =
        all.stream()
            .filter(d -> d.kind() == DomainKind.SENDING || d.kind() == DomainKind.UNKNOWN)
            .toList();
    return new Domains(
        all, inventory.stream().map(entry -> new SenderMail(entry, sending)).toList());
  }

  private static <F extends Fact> Map<String, F> byDomain(
      List<F> facts, Function<F, Setting<String>> domain) {
    Map<String, F> byDomain = new HashMap<>();
    for (F fact : facts) {
      String name = domain.apply(fact).orNull();
      if (name != null) {
        byDomain.putIfAbsent(asked(name), fact);
      }
    }
    return byDomain;
  }

  /** A domain as DNS is asked about it: A-labels (RFC 5890), lower case. */
  static String asked(String domain) {
    try {
      return Question.normal(IDN.toASCII(domain.strip()));
    } catch (IllegalArgumentException e) {
      return Question.normal(domain);
    }
  }

  /** Every accepted domain, in file order. */
  public List<DomainMail> all() {
    return all;
  }

  /** Every entry of the inventory, in its order. */
  public List<SenderMail> senders() {
    return senders;
  }
}
