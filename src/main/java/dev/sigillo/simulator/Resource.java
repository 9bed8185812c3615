package dev.sigillo.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an access token can be for. */
enum Resource {
  GRAPH("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"),
  EXCHANGE(
      "https://outlook.office365.com",
      "https://outlook.office.com",
      "00000002-0000-0ff1-ce00-000000000000"),
  COMPLIANCE(
      "https://ps.compliance.protection.outlook.com",
      "https://ps.protection.outlook.com",
      "00000007-0000-0ff1-ce00-000000000000");

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> names;

  Resource(String... names) {
    this.names = List.of(names);
  }

  /** The audience that its tokens name. */
  String audience() {
    return names.get(0);
  }

  /** The resource of a scope such as {@code https://graph.microsoft.com/.default openid}. */
  static Optional<Resource> ofScope(String scopes) {
    return Arrays.stream(scopes.split(" ", -1))
        .flatMap(
            scope ->
                Arrays.stream(values())
                    .filter(one -> one.names.stream().anyMatch(n -> covers(n, scope))))
        .findFirst();
  }

  /** The resource that a managed identity is asked for, with or without a final slash. */
  static Optional<Resource> named(String resource) {
    return ofScope(resource.endsWith("/") ? resource : resource + "/");
  }

  private static boolean covers(String name, String scope) {
    return scope.startsWith(name + "/");
  }
}
