package dev.sigillo.collect.run;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts of a Microsoft cloud.
 *
 * @param name as people type it, such as {@code global} or {@code gcc-high}
 * @param authority where tokens come from
 * @param graph Microsoft Graph
 * @param exchange Exchange Online's admin REST
 * @param compliance Security &amp; Compliance's admin REST
 * @see <a href="https://learn.microsoft.com/graph/deployments">National cloud deployments</a>
 */
public record Cloud(
    String name, URI authority, Service graph, Service exchange, Service compliance) {

  /**
   * A service to call.
   *
   * @param base scheme, host and port
   * @param audience whom the token is for; the scope is this and {@code /.default}
   */
  public record Service(URI base, String audience) {

    /** What a token is asked for. */
    public String scope() {
      return audience + "/.default";
    }

    private static Service of(String host) {
      return new Service(URI.create("https://" + host), "https://" + host);
    }
  }

  private static final List<Cloud> KNOWN =
      List.of(
          cloud(
              "global",
              "login.microsoftonline.com",
              "graph.microsoft.com",
              "outlook.office365.com",
              "ps.compliance.protection.outlook.com"),
          cloud(
              "gcc-high",
              "login.microsoftonline.us",
              "graph.microsoft.us",
              "outlook.office365.us",
              "ps.compliance.protection.office365.us"),
          cloud(
              "dod",
              "login.microsoftonline.us",
              "dod-graph.microsoft.us",
              "outlook-dod.office365.us",
              "l5.ps.compliance.protection.office365.us"),
          cloud(
              "china",
              "login.partner.microsoftonline.cn",
              "microsoftgraph.chinacloudapi.cn",
              "partner.outlook.cn",
              "ps.compliance.protection.partner.outlook.cn"));

  /** The cloud of that name, case aside. */
  public static Optional<Cloud> of(String name) {
    return KNOWN.stream().filter(c -> c.name.equals(name.toLowerCase(Locale.ROOT))).findFirst();
  }

  /** Names that {@link #of} knows. */
  public static List<String> names() {
    return KNOWN.stream().map(Cloud::name).toList();
  }

  private static Cloud cloud(String name, String... hosts) {
    List<Service> services = Arrays.stream(hosts).map(Service::of).toList();
    return new Cloud(
        name, services.get(0).base(), services.get(1), services.get(2), services.get(3));
  }
}
