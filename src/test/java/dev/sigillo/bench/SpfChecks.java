package dev.sigillo.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.sigillo.mailauth.spf.CheckHost;
import dev.sigillo.mailauth.spf.Rfc7208Suite;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Runs the cases of the RFC 7208 suite through {@code check_host} and says how many a CPU second,
 * the compiler's and the collector's share included.
 */
public final class SpfChecks {
  private SpfChecks() {}

  /**
   * Prints how many cases come out right, and the figure.
   *
   * @param args rounds over all cases in the timed part; as many again go before, unmeasured
   */
  public static void main(String[] args) {
    int rounds = Integer.parseInt(args[0]);
    List<Rfc7208Suite.Case> cases = Rfc7208Suite.cases();
    run(cases, rounds);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long start = system.getProcessCpuTime();
    long right = run(cases, rounds);
    double seconds = (system.getProcessCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d of %d right, %.0f checks a CPU second%n",
        right / rounds,
        cases.size(),
        (double) cases.size() * rounds / seconds);
  }

  private static long run(List<Rfc7208Suite.Case> cases, int rounds) {
    long right = 0;
    for (int i = 0; i < rounds; i++) {
      for (Rfc7208Suite.Case c : cases) {
        c.dns().asked().clear();
        if (c.results().contains(CheckHost.check(c.dns(), c.request()).result().toString())) {
          right++;
        }
      }
    }
    return right;
  }
}
