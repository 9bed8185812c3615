package dev.sigillo.simulator;

import java.util.Locale;

/**
 * A path of Exchange's admin REST: {@code /adminapi/VERSION/TENANT/OPERATION}.
 *
 * @param version in lower case
 * @param tenant as the caller names it
 * @param operation empty when the path is another one
 */
record AdminPath(String version, String tenant, String operation) {
  static AdminPath of(Call call) {
    String[] all = call.path().split("/", -1);
    return all.length == 5 && all[1].equalsIgnoreCase("adminapi")
        ? new AdminPath(all[2].toLowerCase(Locale.ROOT), all[3], all[4])
        : new AdminPath("", "", "");
  }
}
