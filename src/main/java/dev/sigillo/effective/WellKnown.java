package dev.sigillo.effective;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names that Microsoft gives to ids which are alike in every tenant: directory roles and default
 * alert policies.
 */
public final class WellKnown {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
          Map.entry("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"),
          Map.entry("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
          Map.entry("29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator"),
          Map.entry("f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "SharePoint Administrator"),
          Map.entry("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", "Hybrid Identity Administrator"),
          Map.entry("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"),
          Map.entry("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"),
          Map.entry(
              "be215649-fba8-4339-9ddd-05991a43b948", "Suspicious email sending patterns detected"),
          Map.entry("8bb9c6c8-dc12-40e1-5bb8-08da05b13393", "Suspicious connector activity"),
          Map.entry("bfd48f06-0865-41a6-85ff-adb746423ebf", "Suspicious Email Forwarding Activity"),
          Map.entry("37a4e852-e711-45ca-b0f4-b076bae3adfd", "Messages have been delayed"),
          Map.entry("a7032ff5-7eee-412b-805b-d1295c7e0932", "Tenant restricted from sending email"),
          Map.entry(
              "5ed2d687-9bd3-49e7-9b56-b7dc0d9af5cb",
              "Tenant restricted from sending unprovisioned email"),
          Map.entry(
              "a74bb32a-541b-47fb-adfd-f8c62ce3d59b",
              "A potentially malicious URL click was detected"),
          Map.entry("7a4e7306-bbcb-401f-b112-8ca5f798a230", "User restricted from sending email"),
          Map.entry(
              "d59a8fd4-1272-41ee-9408-86f7bcf72479", "Creation of forwarding/redirect rule"));

  private WellKnown() {}

  /** The name of an id; the id itself when it has none. */
  public static String name(String id) {
    return NAMES.getOrDefault(id.toLowerCase(Locale.ROOT), id);
  }

  /** The names of ids, in their order. */
  public static List<String> names(Collection<String> ids) {
    return ids.stream().map(WellKnown::name).toList();
  }
}
