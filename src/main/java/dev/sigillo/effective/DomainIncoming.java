package dev.sigillo.effective;

import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.Dnssec;
import dev.sigillo.mailauth.transport.MtaSts;
import dev.sigillo.mailauth.transport.PolicyFile;
import dev.sigillo.mailauth.transport.StsPolicy;
import dev.sigillo.mailauth.transport.TlsReporting;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.MtaStsPolicyFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How mail reaches a domain, and how that is protected. */
public final class DomainIncoming {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String domain;
  private final Analysis<MailRoute> route;
  private final Analysis<MtaSts> mtaSts;
  private final Analysis<TlsReporting> tls;
  private final Analysis<Dnssec> dnssec;
  private final Analysis<List<Dane>> dane;

  DomainIncoming(String domain, DomainContext context) {
    this.domain = domain;
    Optional<PolicyFile> file =
        Optional.ofNullable(context.policies().get(domain)).map(DomainIncoming::file);
    route = new Analysis<>(context.dns(), dns -> MailRoute.of(domain, dns));
    mtaSts = new Analysis<>(context.dns(), dns -> MtaSts.of(domain, dns, file));
    tls = new Analysis<>(context.dns(), dns -> TlsReporting.of(domain, dns));
    dnssec = new Analysis<>(context.dns(), dns -> Dnssec.of(domain, dns));
    dane = new Analysis<>(context.dns(), dns -> Dane.of(MailRoute.of(domain, dns), dns));
  }

  /** A policy that the server refused is absent; one that nobody could fetch is unknown. */
  private static PolicyFile file(MtaStsPolicyFile fetched) {
    Long status = fetched.httpStatus().orNull();
    String said = fetched.status().orElse("");
    int answered = status != null ? Math.toIntExact(status) : said.equals("HTTP_STATUS") ? 404 : 0;
    return new PolicyFile(
        said.equals("OK") ? 200 : answered,
        fetched.contentType().orElse("text/plain"),
        fetched.body().orElse(""),
        said);
  }

  /** Where its mail goes. */
  public MailRoute route() {
    return route.result();
  }

  /** Its MX records, or {@code -} without any. */
  public String mx() {
    List<String> records =
        route().exchangers().stream()
            .map(mx -> mx.preference() + " " + mx.exchange() + ".")
            .toList();
    return records.isEmpty() ? "-" : String.join(", ", records);
  }

  /** Whether it says that it takes no mail: a null MX. */
  public boolean isRefusesMail() {
    return route().kind() == MailRoute.Kind.REFUSED;
  }

  /** The hosts that take its mail, preferred ones first: its own name where it has no MX record. */
  public List<String> hosts() {
    return route().kind() == MailRoute.Kind.ADDRESS
        ? List.of(domain)
        : route().exchangers().stream()
            .filter(mx -> !mx.isNull())
            .map(Mx::exchange)
            .distinct()
            .toList();
  }

  /** Hosts that fit none of some patterns, in which an asterisk stands for anything. */
  public List<String> hostsOutside(List<String> patterns) {
    return hosts().stream()
        .filter(host -> patterns.stream().noneMatch(p -> Wildcard.matches(p, host)))
        .toList();
  }

  /** What is known of MTA-STS. */
  public MtaSts mtaSts() {
    return mtaSts.result();
  }

  /** The mode of its MTA-STS policy; empty unless record and policy are valid. */
  public String mtaStsMode() {
    return mtaSts().record() == Presence.PRESENT
        ? mtaSts().policy().map(p -> p.mode().name().toLowerCase(Locale.ROOT)).orElse("")
        : "";
  }

  /** Why there is none, such as the name without a record or the status of the web server. */
  public List<String> mtaStsFaults() {
    List<String> faults = mtaSts().problems().stream().map(DomainIncoming::fault).toList();
    return faults.isEmpty() ? List.of("_mta-sts." + domain) : faults;
  }

  private static String fault(Problem problem) {
    return (problem.code().name() + " " + problem.text()).strip();
  }

  /** The record to publish, with an id made of an instant. */
  public String mtaStsRecord(Instant now) {
    return "v=STSv1; id=" + ID.format(now);
  }

  /** Mail servers that its MTA-STS policy does not list. */
  public List<String> unlistedHosts() {
    return mtaSts().uncovered();
  }

  /** What its MTA-STS policy lists. */
  public List<String> listedHosts() {
    return mtaSts().policy().map(StsPolicy::patterns).orElse(List.of());
  }

  /** Where TLS failures are reported. */
  public TlsReporting tls() {
    return tls.result();
  }

  /** Whether somebody gets reports. */
  public boolean isTlsReporting() {
    return tls().state() == Presence.PRESENT;
  }

  /** What stands where the record should, and counts for nothing. */
  public List<String> tlsRecords() {
    List<String> faults = tls().problems().stream().map(DomainIncoming::fault).toList();
    return faults.isEmpty() ? List.of("0") : faults;
  }

  /** The record to publish. */
  public String tlsRecommended() {
    return "v=TLSRPTv1; rua=mailto:postmaster@" + domain;
  }

  /** What is known of its signatures. */
  public Dnssec dnssec() {
    return dnssec.result();
  }

  /** Whether its records are signed, as far as its resolver or the zone above says. */
  public boolean isSigned() {
    return dnssec().state() == Dnssec.State.VALIDATED || dnssec().state() == Dnssec.State.SIGNED;
  }

  /** What is known of its signatures, in a word. */
  public String signing() {
    return dnssec().state().name();
  }

  /** What is known of its hosts' certificates, one entry a host. */
  public List<Dane> dane() {
    return dane.result();
  }

  List<String> unresolved(Aspect aspect) {
    return switch (aspect) {
      case MX -> open(route, route().kind() == MailRoute.Kind.UNKNOWN);
      case MTA_STS -> open(mtaSts, mtaStsUnknown());
      case TLS_RPT -> open(tls, tls().state() == Presence.UNKNOWN);
      case DNSSEC -> open(dnssec, dnssec().state() == Dnssec.State.UNKNOWN);
      default -> open(dane, dane().stream().anyMatch(host -> host.state() == Presence.UNKNOWN));
    };
  }

  /** A file that could not be fetched matters only where a record announces it. */
  private boolean mtaStsUnknown() {
    MtaSts known = mtaSts();
    return known.record() == Presence.UNKNOWN
        || (known.record() == Presence.PRESENT
            && (known.file() == Presence.UNKNOWN || !mtaSts.failures().isEmpty()));
  }

  private <T> List<String> open(Analysis<T> analysis, boolean unknown) {
    if (!unknown) {
      return List.of();
    }
    List<String> failures = analysis.failures();
    return failures.isEmpty() ? List.of("https://mta-sts." + domain) : failures;
  }

  List<DnsAnswer> rows(Aspect aspect) {
    return switch (aspect) {
      case MX -> route.rows();
      case MTA_STS -> mtaSts.rows();
      case TLS_RPT -> tls.rows();
      // The root's row, which shows that the resolver validates, is no domain's.
      case DNSSEC -> dnssec.rows().stream().filter(row -> row.name().isNot("")).toList();
      default -> dane.rows();
    };
  }
}
