package dev.sigillo.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.sigillo.incident.ndr.Bounce;
import dev.sigillo.incident.ndr.BounceSink;
import dev.sigillo.incident.ndr.NdrReader;
import dev.sigillo.incident.ndr.NdrTally;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads a folder of delivery reports again and again, on one thread. */
public final class ManyReports {
  private ManyReports() {}

  /**
   * Prints messages a CPU second and a second of wall time.
   *
   * @param args the folder, and rounds in the timed part; as many again go before, unmeasured
   */
  public static void main(String[] args) {
    List<Path> paths = Collections.nCopies(Integer.parseInt(args[1]), Path.of(args[0]));
    NdrReader.read(paths, new Count());
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    Count count = new Count();
    NdrTally tally = NdrReader.read(paths, count);
    double seconds = (System.nanoTime() - wall) / 1e9;
    double busy = (system.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d messages, %,d bounces: %,.0f messages a CPU second, %,.0f a second%n",
        tally.messages(),
        count.bounces,
        tally.messages() / busy,
        tally.messages() / seconds);
  }

  private static final class Count implements BounceSink {
    private long bounces;

    @Override
    public void bounce(Bounce bounce) {
      bounces++;
    }

    @Override
    public void refused(String sentence) {
      throw new IllegalStateException(sentence);
    }
  }
}
