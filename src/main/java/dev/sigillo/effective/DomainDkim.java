package dev.sigillo.effective;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.dkim.Dkim;
import dev.sigillo.mailauth.dkim.DkimKey;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the mail of a domain is signed with: Exchange Online's settings, and the keys in DNS. */
public final class DomainDkim {
  private static final String FIRST = "selector1";
  private static final String SECOND = "selector2";

  private final String domain;
  private final SnapshotDns dns;
  private final @Nullable DkimSigningConfig config;
  private final Map<String, Analysis<DkimSelector>> selectors = new LinkedHashMap<>();

  DomainDkim(String domain, DomainContext context) {
    this.domain = domain;
    this.dns = context.dns();
    this.config = context.signing().get(domain);
  }

  /** Whether Exchange Online has a signing configuration for the domain. */
  public boolean isConfigured() {
    return config != null;
  }

  /** Whether Exchange Online signs with the domain. */
  public boolean isSigning() {
    return enabled().is(true);
  }

  /** The switch, absent without a configuration. */
  public Setting<Boolean> enabled() {
    return config == null ? Setting.absent() : config.enabled();
  }

  /** The row of the configuration, if there is one. */
  public Fact[] rows() {
    return config == null ? new Fact[0] : new Fact[] {config};
  }

  /** Selectors that do not lead to Exchange Online, with where they lead. */
  public List<String> strayTargets() {
    return targets().entrySet().stream()
        .filter(one -> isStray(one.getKey(), one.getValue()))
        .map(one -> name(one.getKey()) + ": " + leadsTo(one.getKey()))
        .toList();
  }

  /** The CNAME records that would lead them there. */
  public List<String> missingTargets() {
    return targets().entrySet().stream()
        .filter(one -> isStray(one.getKey(), one.getValue()))
        .map(one -> name(one.getKey()) + " CNAME " + one.getValue())
        .toList();
  }

  /** Selectors that lead to Exchange Online where no usable key is, with what is there. */
  public List<String> deadKeys() {
    return targets().entrySet().stream()
        .filter(one -> !isStray(one.getKey(), one.getValue()))
        .map(Map.Entry::getKey)
        .filter(selector -> !selector(selector).isUsable())
        .map(selector -> name(selector) + ": " + state(selector(selector)))
        .toList();
  }

  /** Where Exchange Online wants its selectors to lead, by selector. */
  public Map<String, String> targets() {
    Map<String, String> targets = new LinkedHashMap<>();
    DkimSigningConfig own = config;
    if (own != null) {
      own.selector1CNAME().list().forEach(target -> targets.put(FIRST, Question.normal(target)));
      own.selector2CNAME().list().forEach(target -> targets.put(SECOND, Question.normal(target)));
    }
    return targets;
  }

  private boolean isStray(String selector, String target) {
    return !selector(selector).aliases().contains(target);
  }

  private String leadsTo(String selector) {
    List<String> aliases = selector(selector).aliases();
    return aliases.isEmpty() ? state(selector(selector)) : aliases.get(0);
  }

  /** In a word or two what stands under a selector, such as {@code absent} or {@code p=}. */
  private static String state(DkimSelector selector) {
    if (selector.key().filter(DkimKey::revoked).isPresent()) {
      return "p=";
    }
    return selector.problems().isEmpty()
        ? selector.state().name().toLowerCase(Locale.ROOT)
        : selector.problems().get(0).code().name();
  }

  /**
   * Selectors with keys of fewer bits, as Exchange Online has them, such as {@code selector1 1024}.
   */
  public List<String> smallerThan(long bits) {
    DkimSigningConfig own = config;
    return own == null
        ? List.of()
        : Stream.of(
                small(FIRST, own.selector1KeySize(), bits),
                small(SECOND, own.selector2KeySize(), bits))
            .flatMap(List::stream)
            .toList();
  }

  private static List<String> small(String selector, Setting<Long> size, long bits) {
    return size.below(bits) ? List.of(selector + " " + size) : List.of();
  }

  /** The day, in UTC, on which the key was last made or changed; null when not known. */
  public @Nullable LocalDate rotatedOn(LocalDate today) {
    DkimSigningConfig own = config;
    return own == null
        ? null
        : Stream.of(own.keyCreationTime(), own.rotateOnDate())
            .map(Setting::orNull)
            .filter(Objects::nonNull)
            .map(DomainDkim::day)
            .filter(day -> !day.isAfter(today))
            .max(LocalDate::compareTo)
            .orElse(null);
  }

  private static LocalDate day(@Nullable Instant instant) {
    return Objects.requireNonNull(instant).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether the key was last changed more than some days ago. */
  public boolean rotatedBefore(LocalDate today, long days) {
    LocalDate last = rotatedOn(today);
    return last != null && last.isBefore(today.minusDays(days));
  }

  /** The names of live keys under the selectors that were asked for. */
  public List<String> liveKeys() {
    return dns.selectors(domain).stream()
        .filter(selector -> selector(selector).keys().stream().anyMatch(DkimKey::isUsable))
        .map(this::name)
        .toList();
  }

  /** The record that revokes every key. */
  public String revocation() {
    return "*._domainkey." + domain + " TXT \"v=DKIM1; p=\"";
  }

  /** The selectors that were asked for. */
  public List<String> asked() {
    return dns.selectors(domain);
  }

  /** What stands under a selector. */
  public DkimSelector selector(String selector) {
    return analysis(selector).result();
  }

  String name(String selector) {
    return selector + "._domainkey." + domain;
  }

  Analysis<DkimSelector> analysis(String selector) {
    return selectors.computeIfAbsent(
        selector, s -> new Analysis<>(dns, asked -> Dkim.of(domain, s, asked)));
  }

  List<String> unresolved(Aspect aspect) {
    List<String> unresolved = new ArrayList<>();
    for (String selector : needed(aspect)) {
      if (selector(selector).state() == Presence.UNKNOWN) {
        unresolved.addAll(analysis(selector).failures());
      }
    }
    return unresolved;
  }

  List<DnsAnswer> rows(Aspect aspect) {
    return needed(aspect).stream().flatMap(s -> analysis(s).rows().stream()).toList();
  }

  private List<String> needed(Aspect aspect) {
    if (aspect == Aspect.LIVE_KEYS) {
      List<String> asked = dns.selectors(domain);
      return asked.isEmpty() ? List.of(FIRST, SECOND) : asked;
    }
    return isSigning() ? List.copyOf(targets().keySet()) : List.of();
  }
}
