package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.DnsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The DNS of the whole world, as far as a scenario goes. */
final class Zones {
  private static final long TTL = 3600;
  private static final int STRING = 250;

  private final Map<String, List<DnsRecord>> records = new TreeMap<>();
  private final TreeSet<String> apexes = new TreeSet<>();

  /** A zone of its own, with the SOA record that makes it one. */
  Zones zone(String apex) {
    apexes.add(apex);
    String contact = apex.isEmpty() ? "nstld.example." : "hostmaster." + apex + ".";
    add(apex, "NS", "ns1.provider.example.");
    return add(
        apex, "SOA", "ns1.provider.example. " + contact + " 2026111901 7200 3600 1209600 3600");
  }

  /** Adds a record; data as a master file has them. */
  Zones add(String name, String type, String data) {
    records.computeIfAbsent(name, k -> new ArrayList<>()).add(new DnsRecord(type, TTL, data));
    return this;
  }

  /** Adds a TXT record, cut into strings as such a record holds them. */
  Zones text(String name, String text) {
    List<String> strings = new ArrayList<>();
    for (int at = 0; at < text.length(); at += STRING) {
      String part = text.substring(at, Math.min(text.length(), at + STRING));
      strings.add('"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return add(name, "TXT", String.join(" ", strings));
  }

  /** Takes away what a name has of a type. */
  Zones remove(String name, String type) {
    List<DnsRecord> kept = new ArrayList<>(records.getOrDefault(name, List.of()));
    kept.removeIf(record -> record.type().equals(type));
    if (kept.isEmpty()) {
      records.remove(name);
    } else {
      records.put(name, kept);
    }
    return this;
  }

  /** Puts one TXT record in the place of all that a name has. */
  Zones retext(String name, String text) {
    return remove(name, "TXT").text(name, text);
  }

  List<String> apexes() {
    return List.copyOf(apexes);
  }

  /** What a name has; nothing when there is no such name and none below it. */
  Optional<List<DnsRecord>> at(String name) {
    List<DnsRecord> own = records.get(name);
    if (own != null) {
      return Optional.of(List.copyOf(own));
    }
    String below = "." + name;
    return records.keySet().stream().anyMatch(one -> one.endsWith(below))
        ? Optional.of(List.of())
        : Optional.empty();
  }
}
