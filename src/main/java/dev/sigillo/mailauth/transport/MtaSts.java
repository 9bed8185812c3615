package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.TagList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether senders are told to insist on TLS to a domain's hosts (RFC 8461).
 *
 * @param domain the mail domain
 * @param record whether {@code _mta-sts} holds one valid record
 * @param id the policy's version, as the record tells it
 * @param file whether there is a valid policy; unknown when it was not, or could not be, fetched
 * @param policy that policy
 * @param uncovered hosts of the MX records that the policy does not cover, preferred ones first
 * @param problems of the record, then of the file, then of the whole
 */
public record MtaSts(
    String domain,
    Presence record,
    Optional<String> id,
    Presence file,
    Optional<StsPolicy> policy,
    List<String> uncovered,
    List<Problem> problems) {

  public MtaSts {
    uncovered = List.copyOf(uncovered);
    problems = List.copyOf(problems);
  }

  /**
   * Looks at a domain. Asks the TXT records of {@code _mta-sts} and, with a policy, the MX records;
   * never fails.
   *
   * @param file what came of fetching the policy; empty when nobody tried
   */
  public static MtaSts of(String domain, Dns dns, Optional<PolicyFile> file) {
    List<Problem> problems = new ArrayList<>();
    String name = Question.normal("_mta-sts." + domain);
    TextRecord text = TextRecord.at(name, "v=STSv1;", dns, problems);
    Optional<String> id = text.text().flatMap(t -> id(t, name, problems));
    Presence record =
        text.state() == Presence.PRESENT && id.isEmpty() ? Presence.ABSENT : text.state();
    Optional<StsPolicy> policy = file.flatMap(f -> policy(f, problems));
    Presence state =
        policy.isPresent()
            ? Presence.PRESENT
            : file.isEmpty() || file.get().status() == 0 ? Presence.UNKNOWN : Presence.ABSENT;
    List<String> uncovered = new ArrayList<>();
    policy.ifPresent(p -> cover(domain, p, dns, uncovered, problems));
    return new MtaSts(domain, record, id, state, policy, uncovered, problems);
  }

  private static Optional<String> id(String text, String name, List<Problem> problems) {
    TagList list = TagList.parse(text);
    list.faults().forEach(fault -> problems.add(fault.problem().at(name)));
    Optional<String> id = list.find("id").map(TagList.Tag::value);
    if (id.isEmpty() || !id.get().matches("[A-Za-z0-9]{1,32}") || list.repeats("id")) {
      int at = list.find("id").map(TagList.Tag::valueAt).orElse(-1);
      problems.add(new Problem(TransportCode.ID_INVALID, name, at, id.orElse("")));
      return Optional.empty();
    }
    return id;
  }

  private static Optional<StsPolicy> policy(PolicyFile file, List<Problem> problems) {
    if (file.status() == 0) {
      problems.add(Problem.of(TransportCode.FILE_UNREACHABLE, "", file.problem()));
      return Optional.empty();
    }
    if (file.status() != 200) {
      String status = Integer.toString(file.status());
      problems.add(Problem.of(TransportCode.FILE_STATUS, "", status));
      return Optional.empty();
    }
    if (!file.contentType().strip().matches("(?i)text/plain(?:\\s*;.*)?")) {
      problems.add(Problem.of(TransportCode.FILE_TYPE, "", file.contentType()));
      return Optional.empty();
    }
    return StsPolicyParser.parse(file.body(), problems);
  }

  private static void cover(
      String domain, StsPolicy policy, Dns dns, List<String> uncovered, List<Problem> problems) {
    if (policy.mode() == StsPolicy.Mode.NONE) {
      return;
    }
    MailRoute route = MailRoute.of(domain, dns);
    if (route.kind() == MailRoute.Kind.UNKNOWN) {
      problems.add(Problem.of(TransportCode.UNRESOLVED, Question.normal(domain), "MX"));
    }
    for (Mx mx : route.exchangers()) {
      if (!mx.isNull() && !policy.covers(mx.exchange())) {
        uncovered.add(mx.exchange());
        problems.add(
            Problem.of(TransportCode.MX_NOT_COVERED, Question.normal(domain), mx.exchange()));
      }
    }
  }

  /** Whether senders insist: record and policy are valid, and the policy says enforce. */
  public boolean isEnforced() {
    return record == Presence.PRESENT
        && policy.map(p -> p.mode() == StsPolicy.Mode.ENFORCE).orElse(false);
  }

  /** Whether a problem of this kind was found. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
