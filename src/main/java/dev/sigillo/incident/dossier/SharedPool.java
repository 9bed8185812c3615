package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.Networks;
import java.util.List;

/**
 * Addresses from which Exchange Online sends, for all its tenants: those of its SPF record
 * (spf.protection.outlook.com) and of its published list of endpoints, service area Exchange, port
 * 25 (https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges).
 */
final class SharedPool {
  private static final List<String> RANGES =
      List.of(
          "40.92.0.0/15",
          "40.107.0.0/16",
          "52.100.0.0/14",
          "104.47.0.0/17",
          "2a01:111:f400::/48",
          "2a01:111:f403::/48");

  private SharedPool() {}

  static boolean holds(String address) {
    return Networks.within(address, RANGES);
  }
}
