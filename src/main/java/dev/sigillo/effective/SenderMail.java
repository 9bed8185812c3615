package dev.sigillo.effective;

import dev.sigillo.mailauth.dkim.KeyType;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.InventoryEntry.Kind;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A declared sender with what the sending domains publish for it.
 *
 * @param entry what the organisation declares
 * @param domains the domains it may send with
 */
public record SenderMail(InventoryEntry entry, List<DomainMail> domains) implements Resolved {
  private static final int MOST_ROWS = 20;

  public SenderMail {
    domains = List.copyOf(domains);
  }

  /** Its DKIM selector; empty when none is declared. */
  public String selector() {
    return Objects.requireNonNullElse(entry.dkimSelector(), "").strip();
  }

  /** Whether it is a service that is authorised by SPF and declares no selector. */
  public boolean isUnsigned() {
    return entry.kind() == Kind.SERVICE && entry.spf() != null && selector().isEmpty();
  }

  /** Usable keys under its selector, such as {@code news._domainkey.contoso.com 2048}. */
  public List<String> keys() {
    return keysOfAtLeast(0);
  }

  /** Usable keys of at least so many bits; other algorithms than RSA have no such measure. */
  public List<String> keysOfAtLeast(long bits) {
    List<String> keys = new ArrayList<>();
    for (DomainMail domain : selector().isEmpty() ? List.<DomainMail>of() : domains) {
      domain
          .dkim()
          .selector(selector())
          .key()
          .filter(key -> key.isUsable() && !key.testing())
          .filter(key -> key.type() != KeyType.RSA || key.bits() >= bits)
          .ifPresent(key -> keys.add(domain.dkim().name(selector()) + " " + key.bits()));
    }
    return keys;
  }

  /**
   * What it declares that no sending domain authorises: its SPF term, and its address unless it
   * hands its mail to Exchange Online, as a mailbox, an application or through a connector.
   */
  public List<String> unauthorised() {
    return declared().stream()
        .filter(term -> domains.stream().noneMatch(domain -> domain.spf().covers(term)))
        .toList();
  }

  /** The same as SPF terms. */
  public List<String> terms() {
    return unauthorised().stream().map(SpfTerms::of).toList();
  }

  private List<String> declared() {
    List<String> declared = new ArrayList<>();
    if (entry.spf() != null) {
      declared.add(entry.spf().strip());
    }
    boolean handsOver =
        entry.mailbox() != null || entry.appId() != null || entry.connector() != null;
    if (entry.ip() != null && !handsOver) {
      declared.add(entry.ip().strip());
    }
    return declared;
  }

  @Override
  public List<String> unresolved(Aspect aspect) {
    if (aspect == Aspect.DKIM_KEYS) {
      return selector().isEmpty() || !keys().isEmpty()
          ? List.of()
          : domains.stream()
              .flatMap(domain -> domain.dkim().analysis(selector()).failures().stream())
              .toList();
    }
    return unauthorised().isEmpty()
        ? List.of()
        : domains.stream().flatMap(domain -> domain.unresolved(aspect).stream()).toList();
  }

  /** The rows that its state rests on, at most {@value #MOST_ROWS}. */
  public Fact[] evidence(Aspect aspect) {
    List<DnsAnswer> rows = new ArrayList<>();
    for (DomainMail domain : domains) {
      rows.addAll(
          aspect == Aspect.DKIM_KEYS && !selector().isEmpty()
              ? domain.dkim().analysis(selector()).rows()
              : domain.spf().rows(Aspect.SPF_RECORD));
    }
    return rows.stream().limit(MOST_ROWS).toArray(Fact[]::new);
  }

  @Override
  public String subjectKey() {
    return entry.name();
  }

  @Override
  public String subjectName() {
    return entry.name();
  }
}
