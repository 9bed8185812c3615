package dev.sigillo.simulator.tenant;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy says of a tenant whose GUIDs follow from a seed and whose clock is its own: {@code
 * {{guid app/CRM}}}, {@code {{day -30}}}, {@code {{domain}}}.
 */
final class Placeholders {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)(?: ([^}]+))?}}");

  private Placeholders() {}

  static String fill(String text, Org org) {
    Matcher matcher = PLACE.matcher(text);
    return matcher.replaceAll(
        place -> {
          String what = place.group(2) == null ? "" : place.group(2);
          return Matcher.quoteReplacement(
              switch (place.group(1)) {
                case "guid" -> org.guid(what);
                case "day" ->
                    LocalDate.ofInstant(org.now(), ZoneOffset.UTC)
                        .plusDays(Long.parseLong(what))
                        .toString();
                case "domain" -> org.domain();
                case "tenant" -> org.initial();
                default -> throw new ScenarioException(place.group() + " is no placeholder");
              });
        });
  }
}
