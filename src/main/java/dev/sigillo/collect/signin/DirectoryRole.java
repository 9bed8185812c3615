package dev.sigillo.collect.signin;

import dev.sigillo.collect.graph.HeldRoles;
import java.util.List;
import java.util.Map;

/**
 * A role in Entra ID.
 *
 * @param name as the portal shows it; the template's id when it is none that matters for mail
 * @param writes whether its holder can change anything; true when that is not known
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference">
 *     Built-in roles</a>
 */
public record DirectoryRole(String name, boolean writes) {

  /** The template id of the role that reads everything. */
  public static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

  /** Every user of the tenant has it: no role at all. */
  static final String USER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

  private static final Map<String, DirectoryRole> KNOWN =
      Map.ofEntries(
          Map.entry(GLOBAL_READER, new DirectoryRole("Global Reader", false)),
          Map.entry(
              "5d6b6bb7-de71-4623-b4af-96380a352509", new DirectoryRole("Security Reader", false)),
          Map.entry(
              "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
              new DirectoryRole("Directory Readers", false)),
          Map.entry(
              "4a5d8f65-41da-4de4-8968-e035b65339cf", new DirectoryRole("Reports Reader", false)),
          Map.entry(
              "62e90394-69f5-4237-9190-012177145e10",
              new DirectoryRole("Global Administrator", true)),
          Map.entry(
              "29232cdf-9323-42fd-ade2-1d097af3e4de",
              new DirectoryRole("Exchange Administrator", true)),
          Map.entry(
              "31392ffb-586c-42d1-9346-e59415a2cc4e",
              new DirectoryRole("Exchange Recipient Administrator", true)),
          Map.entry(
              "194ae4cb-b126-40b2-bd5b-6091b380977d",
              new DirectoryRole("Security Administrator", true)),
          Map.entry(
              "17315797-102d-40b4-93e0-432062caca18",
              new DirectoryRole("Compliance Administrator", true)),
          Map.entry(
              "729827e3-9c14-49f7-bb1b-9608f156bbb8",
              new DirectoryRole("Helpdesk Administrator", true)));

  /** The role with this template. */
  static DirectoryRole of(String template) {
    return KNOWN.getOrDefault(template, new DirectoryRole("role " + template, true));
  }

  /** A role as Graph says it; one that is not known reads when all that it allows is to read. */
  static DirectoryRole of(HeldRoles.Role held) {
    DirectoryRole known = of(held.template());
    String name = held.name().isEmpty() ? known.name() : held.name();
    boolean writes = KNOWN.containsKey(held.template()) ? known.writes() : !reads(held.actions());
    return new DirectoryRole(
        held.scope().equals("/") ? name : name + ", limited to " + held.scope(), writes);
  }

  private static boolean reads(List<String> actions) {
    return !actions.isEmpty() && actions.stream().allMatch(action -> action.endsWith("/read"));
  }
}
