package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.TagList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where senders report trouble with TLS (RFC 8460 section 3).
 *
 * @param domain the mail domain
 * @param state whether {@code _smtp._tls} holds one record with a usable address
 * @param rua the addresses, {@code mailto:} or {@code https:}, as many as 50
 * @param problems in the order of the text
 */
public record TlsReporting(
    String domain, Presence state, List<ReportUri> rua, List<Problem> problems) {
  private static final int MOST_URIS = 50;

  public TlsReporting {
    rua = List.copyOf(rua);
    problems = List.copyOf(problems);
  }

  /** Looks at a domain. Asks the TXT records of {@code _smtp._tls}; never fails. */
  public static TlsReporting of(String domain, Dns dns) {
    List<Problem> problems = new ArrayList<>();
    String name = Question.normal("_smtp._tls." + domain);
    TextRecord text = TextRecord.at(name, "v=TLSRPTv1;", dns, problems);
    List<ReportUri> rua = new ArrayList<>();
    text.text().ifPresent(t -> read(t, name, rua, problems));
    Presence state =
        text.state() == Presence.PRESENT && rua.isEmpty() ? Presence.ABSENT : text.state();
    return new TlsReporting(domain, state, rua, problems);
  }

  private static void read(String text, String name, List<ReportUri> rua, List<Problem> problems) {
    TagList list = TagList.parse(text);
    list.faults().forEach(fault -> problems.add(fault.problem().at(name)));
    for (TagList.Tag tag : list.tags()) {
      if (!tag.name().equals("v") && !tag.name().equals("rua")) {
        problems.add(new Problem(TransportCode.UNKNOWN_TAG, name, tag.nameAt(), tag.name()));
      }
    }
    Optional<TagList.Tag> tag = list.find("rua");
    if (tag.isEmpty()) {
      problems.add(Problem.of(TransportCode.RUA_MISSING, name, ""));
      return;
    }
    int at = tag.get().valueAt();
    for (String part : tag.get().value().split(",", MOST_URIS + 1)) {
      String written = part.strip();
      int start = at + part.indexOf(written);
      Optional<ReportUri> uri = ReportUri.parse(written, start).filter(TlsReporting::isUsable);
      uri.ifPresentOrElse(
          rua::add,
          () -> problems.add(new Problem(TransportCode.URI_INVALID, name, start, written)));
      at += part.length() + 1;
    }
  }

  private static boolean isUsable(ReportUri uri) {
    return uri.size().isEmpty()
        && (uri.isMail() || (uri.scheme().equals("https") && !uri.host().isEmpty()));
  }

  /** Whether a problem of this kind was found. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
