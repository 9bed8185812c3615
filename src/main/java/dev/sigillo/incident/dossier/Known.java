package dev.sigillo.incident.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the organisation beside the snapshot.
 *
 * @param domains its own, for a snapshot that does not hold them
 * @param addresses addresses and ranges that its inventory of senders holds; null without an
 *     inventory, so that nothing can be said of who is declared
 * @param thresholds from where figures say something
 */
public record Known(List<String> domains, @Nullable List<String> addresses, Thresholds thresholds) {
  public Known {
    domains = List.copyOf(domains);
    addresses = addresses == null ? null : List.copyOf(addresses);
  }
}
