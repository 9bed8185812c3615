package dev.sigillo.evaluate;

import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How much of the evidence on settings was read: over the datasets that controls need, logs and
 * declarations aside, the share that is complete; a dataset kept per mailbox counts by the
 * mailboxes that answered.
 */
final class SettingsCoverage {
  private SettingsCoverage() {}

  /** In percent, rounded down to a tenth. */
  static BigDecimal of(List<Judge> judges, EvidenceCheck check) {
    Set<Dataset> needed = new TreeSet<>();
    judges.forEach(judge -> needed.addAll(judge.plan().datasets(check::asked)));
    needed.removeIf(dataset -> dataset.isLog() || dataset.isTraffic());
    BigFraction read = BigFraction.ZERO;
    for (Dataset dataset : needed) {
      read = read.add(share(check.entry(dataset)));
    }
    return needed.isEmpty()
        ? BigDecimal.ZERO
        : Scoring.percent(read.divide(BigFraction.of(needed.size())));
  }

  private static BigFraction share(DatasetEntry entry) {
    if (entry.covered() != null && entry.total() != null && entry.total() > 0) {
      long covered = Math.min(entry.covered(), entry.total());
      return BigFraction.of(
          java.math.BigInteger.valueOf(covered), java.math.BigInteger.valueOf(entry.total()));
    }
    return entry.status() == Status.COMPLETE ? BigFraction.ONE : BigFraction.ZERO;
  }
}
