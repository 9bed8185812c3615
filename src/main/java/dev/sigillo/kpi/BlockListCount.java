package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often delivery reports name a block list.
 *
 * @param row the first that does
 * @param name of the list, otherwise its DNS zone
 * @param reports recipients that were refused
 * @param networks how often by the network of the refused address, most first
 */
public record BlockListCount(RowRef row, String name, long reports, Map<String, Long> networks)
    implements Fact {
  public BlockListCount {
    networks = new TreeMap<>(networks);
  }

  /** Such as {@code SpamCop: 12 (40.107.20.0/24: 10, 40.107.21.0/24: 2)}. */
  public String shown() {
    String by =
        networks.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(5)
            .map(network -> network.getKey() + ": " + network.getValue())
            .collect(Collectors.joining(", "));
    return by.isEmpty() ? name + ": " + reports : "%s: %d (%s)".formatted(name, reports, by);
  }
}
