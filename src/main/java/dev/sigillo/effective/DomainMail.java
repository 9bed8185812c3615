package dev.sigillo.effective;

import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.dmarc.DmarcResult;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Fact;
import java.util.List;

/**
 * An accepted domain with what DNS says of its mail. Each analysis is made when first asked for,
 * and once.
 */
public final class DomainMail implements Resolved {
  private static final int MOST_ROWS = 20;

  private final AcceptedDomain domain;
  private final DomainKind kind;
  private final String name;
  private final DomainSpf spf;
  private final DomainDkim dkim;
  private final DomainIncoming incoming;
  private final Analysis<DmarcResult> dmarc;

  DomainMail(AcceptedDomain domain, DomainContext context) {
    this.domain = domain;
    this.kind = DomainKind.of(domain);
    this.name = Domains.asked(MailAddress.domain(domain.domainName().orElse("")));
    this.spf = new DomainSpf(name, context);
    this.dkim = new DomainDkim(name, context);
    this.incoming = new DomainIncoming(name, context);
    this.dmarc = new Analysis<>(context.dns(), dns -> Dmarc.of(name, dns));
  }

  /** The accepted domain. */
  public AcceptedDomain domain() {
    return domain;
  }

  /** What it is for. */
  public DomainKind kind() {
    return kind;
  }

  /** Its name as DNS questions carry it. */
  public String name() {
    return name;
  }

  /** Whether it is one of the organisation's own that may send. */
  public boolean isSending() {
    return kind == DomainKind.SENDING;
  }

  /** Whether it is one of the organisation's own that sends nothing. */
  public boolean isParked() {
    return kind == DomainKind.PARKED;
  }

  /** Whether it is one of the organisation's own. */
  public boolean isCustom() {
    return isSending() || isParked();
  }

  /** Whether it is Microsoft's, with the tenant's name. */
  public boolean isInitial() {
    return kind == DomainKind.INITIAL;
  }

  /** Who may send for it. */
  public DomainSpf spf() {
    return spf;
  }

  /** What its mail is signed with. */
  public DomainDkim dkim() {
    return dkim;
  }

  /** What becomes of mail that forges it. */
  public DomainDmarc dmarc() {
    return new DomainDmarc(kind, dmarc.result());
  }

  /** How mail reaches it. */
  public DomainIncoming incoming() {
    return incoming;
  }

  @Override
  public List<String> unresolved(Aspect aspect) {
    return switch (aspect) {
      case SPF_RECORD, SPF_ALL, SPF_TREE, SPF -> spf.unresolved(aspect);
      case DKIM_KEYS, LIVE_KEYS -> dkim.unresolved(aspect);
      case DMARC -> dmarc().undecided() ? dmarcFailures() : List.of();
      case DMARC_SUBDOMAINS -> dmarc().undecidedBelow() ? dmarcFailures() : List.of();
      case DMARC_REPORTS -> dmarc().undecidedReports() ? dmarcFailures() : List.of();
      case MX, MTA_STS, TLS_RPT, DNSSEC, DANE -> incoming.unresolved(aspect);
      default -> throw new IllegalArgumentException(aspect + " is no state of a domain");
    };
  }

  private List<String> dmarcFailures() {
    List<String> failures = dmarc.failures();
    return failures.isEmpty() ? List.of("TXT _dmarc." + name) : failures;
  }

  /**
   * The rows that a state rests on, at most {@value #MOST_ROWS}; the domain's own when none does.
   */
  public Fact[] evidence(Aspect aspect) {
    List<? extends Fact> rows =
        switch (aspect) {
          case SPF_RECORD, SPF_ALL, SPF_TREE, SPF -> spf.rows(aspect);
          case DKIM_KEYS, LIVE_KEYS -> dkim.rows(aspect);
          case DMARC, DMARC_SUBDOMAINS, DMARC_REPORTS -> dmarc.rows();
          default -> incoming.rows(aspect);
        };
    return rows.isEmpty()
        ? new Fact[] {domain}
        : rows.stream().limit(MOST_ROWS).toArray(Fact[]::new);
  }

  @Override
  public String subjectKey() {
    return domain.subjectKey();
  }

  @Override
  public String subjectName() {
    return domain.subjectName();
  }
}
