package dev.sigillo.incident.dossier;

import java.util.List;

/**
 * An address that was refused.
 *
 * @param address as the reports write it
 * @param network its /24 or /48
 * @param shared whether Exchange Online sends from it for many tenants
 * @param reports recipients refused for it
 * @param lists block lists named, by name
 */
public record Refused(
    String address, String network, boolean shared, long reports, List<String> lists) {
  public Refused {
    lists = List.copyOf(lists);
  }
}
