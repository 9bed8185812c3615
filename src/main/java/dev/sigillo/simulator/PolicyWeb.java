package dev.sigillo.simulator;

import java.util.Optional;

/**
 * The web servers of MTA-STS (RFC 8461 section 3.3), for {@code Host: mta-sts.DOMAIN} or, where a
 * client cannot name another host than localhost, below {@code /mta-sts.DOMAIN}.
 */
final class PolicyWeb implements Service {
  private static final String FILE = "/.well-known/mta-sts.txt";
  private static final String LABEL = "mta-sts.";

  private final SimulatedTenant tenant;
  private final FaultyService faulty;

  PolicyWeb(SimulatedTenant tenant, FaultyService faulty) {
    this.tenant = tenant;
    this.faulty = faulty;
  }

  @Override
  public Answer answer(Call call) {
    String host = call.header("Host", "").replaceFirst(":.*", "");
    String path = call.path();
    if (path.startsWith("/" + LABEL)) {
      int end = path.indexOf('/', 1);
      host = path.substring(1, end < 0 ? path.length() : end);
      path = end < 0 ? "" : path.substring(end);
    }
    if (!host.startsWith(LABEL) || !path.equals(FILE) || !call.method().equals("GET")) {
      return Answer.text(404, "text/plain", "not found\n");
    }
    String domain = host.substring(LABEL.length());
    return faulty.answer("web:" + domain, call, c -> file(tenant.mtaStsPolicy(domain)));
  }

  private static Answer file(Optional<String> policy) {
    return policy
        .map(text -> Answer.text(200, "text/plain", text))
        .orElseGet(() -> Answer.text(404, "text/plain", "not found\n"));
  }
}
