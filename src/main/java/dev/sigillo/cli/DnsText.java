package dev.sigillo.cli;

import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.dkim.DkimKey;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.mailauth.dmarc.DmarcRecord;
import dev.sigillo.mailauth.dmarc.DmarcResult;
import dev.sigillo.mailauth.dmarc.PolicyInForce;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.spf.SpfCode;
import dev.sigillo.mailauth.spf.SpfProblem;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.MtaSts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A domain for people to read. */
final class DnsText {
  private final PrintWriter out;
  private final Colours colours;

  DnsText(PrintWriter out, Colours colours) {
    this.out = out;
    this.colours = colours;
  }

  void print(DnsReport report) {
    out.println(colours.title(report.domain()));
    spf(report.spf());
    dmarc(report.dmarc());
    dkim(report);
    mx(report);
    mtaSts(report.mtaSts());
    head(
        "TLS-RPT",
        state(report.reporting().state()),
        report.reporting().rua().stream().map(uri -> uri.uri()).collect(Collectors.joining(", ")));
    problems(ProblemSentences.of(report.reporting().problems()));
    head("DNSSEC", lower(report.dnssec().state()), "");
    problems(ProblemSentences.of(report.dnssec().problems()));
    out.println();
  }

  private void spf(SpfAnalysis spf) {
    String all = DnsJson.all(spf);
    boolean known = spf.isTreeKnown();
    head(
        "SPF",
        state(spf.state()),
        spf.state() == Presence.PRESENT
            ? "%s%d of 10 lookups, %d of 2 void, %s"
                .formatted(
                    known ? "" : "at least ",
                    spf.lookups(),
                    spf.voidLookups(),
                    all == null ? "no \"all\"" : "ends in " + all)
            : "");
    if (spf.state() != Presence.ABSENT || !spf.root().records().isEmpty()) {
      SpfTree.lines(spf.root(), colours).forEach(line -> out.println("    " + line));
    }
    for (SpfProblem problem : spf.problems()) {
      problem(ProblemSentences.of(problem), problem.code().weight() == SpfCode.Weight.ERROR);
    }
  }

  private void dmarc(DmarcResult dmarc) {
    String where =
        dmarc.foundAt().isEmpty()
            ? ""
            : (dmarc.isInherited() ? "inherited from " : "at ") + dmarc.foundAt();
    head("DMARC", state(dmarc.state()), where);
    dmarc.record().map(DmarcRecord::text).ifPresent(this::record);
    if (dmarc.state() == Presence.PRESENT) {
      out.println(
          "    in force: p=%s, subdomains sp=%s, those that do not exist np=%s%s"
              .formatted(
                  policy(dmarc.p()),
                  policy(dmarc.sp()),
                  policy(dmarc.np()),
                  dmarc.record().map(DmarcRecord::testing).orElse(false) ? "; only testing" : ""));
    }
    problems(ProblemSentences.of(dmarc.problems()));
  }

  private void dkim(DnsReport report) {
    long keys = report.selectors().stream().filter(s -> s.state() == Presence.PRESENT).count();
    long unknown =
        report.silent()
            + report.selectors().stream().filter(s -> s.state() == Presence.UNKNOWN).count();
    String known = keys == 1 ? "1 selector" : keys + " selectors";
    head("DKIM", unknown == 0 ? known : known + ", " + unknown + " unknown", "");
    for (DkimSelector selector : report.selectors()) {
      out.println(
          "    %-12s %s%s"
              .formatted(
                  selector.selector(),
                  state(selector.state()),
                  selector.key().map(DnsText::key).orElse("")));
      if (!selector.aliases().isEmpty()) {
        out.println("      → " + Shown.text(String.join(" → ", selector.aliases())));
      }
      problems(ProblemSentences.of(selector.problems()));
    }
    if (report.silent() > 0) {
      problem(report.silent() + " well-known selectors have no answer.", false);
    }
  }

  private static String key(DkimKey key) {
    return key.revoked()
        ? ", revoked"
        : ", %s%s%s"
            .formatted(
                lower(key.type()),
                key.bits() > 0 ? " " + key.bits() + " bits" : "",
                key.testing() ? ", testing" : "");
  }

  private void mx(DnsReport report) {
    String kind =
        switch (report.hosts().route().kind()) {
          case EXCHANGERS -> "";
          case ADDRESS -> "no MX record; mail goes to the domain's own address";
          case REFUSED -> "null MX: takes no mail";
          case NOWHERE -> "neither MX record nor address: takes no mail";
          case UNKNOWN -> "";
        };
    head("MX", state(report.hosts().route().taking()), kind);
    for (Mx mx : report.hosts().route().exchangers()) {
      Optional<Dane> dane =
          report.dane().stream().filter(d -> d.host().equals(mx.exchange())).findFirst();
      out.println(
          "    %-5d %s%s"
              .formatted(
                  mx.preference(),
                  mx.isNull() ? "." : Shown.text(mx.exchange()),
                  dane.filter(Dane::isUsable).isPresent() ? "  DANE" : ""));
    }
    problems(ProblemSentences.of(report.hosts().problems()));
  }

  private void mtaSts(MtaSts sts) {
    String policy = sts.policy().map(p -> "mode " + lower(p.mode())).orElse("");
    head("MTA-STS", state(sts.record()), policy);
    problems(ProblemSentences.of(sts.problems()));
  }

  private void head(String what, String state, String detail) {
    out.println(
        "  %s %s%s"
            .formatted(
                colours.title("%-8s".formatted(what)),
                state,
                detail.isEmpty() ? "" : "  " + Shown.text(detail)));
  }

  private void record(String text) {
    out.println("    " + colours.faint(Shown.text(text)));
  }

  private void problems(List<String> sentences) {
    sentences.forEach(sentence -> problem(sentence, true));
  }

  private void problem(String sentence, boolean bad) {
    String sign = "  ! ";
    out.println((bad ? colours.bad(sign) : colours.doubtful(sign)) + Shown.text(sentence));
  }

  private String state(Enum<?> state) {
    return switch (state.name()) {
      case "PRESENT" -> colours.good("present");
      case "ABSENT" -> colours.bad("absent");
      default -> colours.doubtful("unknown");
    };
  }

  private static String policy(Optional<PolicyInForce> policy) {
    return policy.map(p -> lower(p.policy())).orElse("unknown");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
