package dev.sigillo.collect.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of its bearer. Read for display and for the tenant's sake only: the service
 * that the token is for verifies it, nobody here can.
 *
 * @param tenantId claim {@code tid}
 * @param clientId claim {@code appid} or {@code azp}
 * @param application claim {@code app_displayname}
 * @param objectId claim {@code oid}: the service principal, or the user
 * @param user claim {@code upn}; null when an application signed in
 * @param permissions claims {@code roles} of an application, {@code scp} of a person; sorted
 * @param directoryRoles claim {@code wids}: template ids of roles in Entra ID; sorted
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">
 *     Access token claims</a>
 */
public record Identity(
    @Nullable String tenantId,
    @Nullable String clientId,
    @Nullable String application,
    @Nullable String objectId,
    @Nullable String user,
    List<String> permissions,
    List<String> directoryRoles) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Identity {
    permissions = permissions.stream().sorted().distinct().toList();
    directoryRoles = directoryRoles.stream().sorted().distinct().toList();
  }

  /** Its roles in Entra ID by template, as far as the token shows them. */
  Map<String, DirectoryRole> roles() {
    Map<String, DirectoryRole> roles = new LinkedHashMap<>();
    for (String template : directoryRoles) {
      if (!template.equals(DirectoryRole.USER)) {
        roles.put(template, DirectoryRole.of(template));
      }
    }
    return roles;
  }

  /** Who it is, for the manifest. */
  public String name() {
    String app = application == null ? String.valueOf(clientId) : application + ", " + clientId;
    return user == null ? app : user + " (" + app + ")";
  }

  /**
   * What this token says.
   *
   * @throws SignInException when it is no JSON web token
   */
  static Identity of(String token) {
    JsonNode claims = claims(token);
    String user = text(claims, "upn", "preferred_username", "unique_name");
    String scopes = text(claims, "scp");
    List<String> permissions = list(claims.path("roles"));
    if (scopes != null) {
      permissions.addAll(Arrays.asList(scopes.strip().split("\\s+")));
    }
    return new Identity(
        text(claims, "tid"),
        text(claims, "appid", "azp"),
        text(claims, "app_displayname"),
        text(claims, "oid"),
        "app".equals(text(claims, "idtyp")) ? null : user,
        permissions,
        list(claims.path("wids")));
  }

  private static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    try {
      JsonNode claims =
          parts.length < 2 ? null : JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      if (claims != null && claims.isObject()) {
        return claims;
      }
    } catch (IOException | IllegalArgumentException e) {
      // The reason would quote the token.
    }
    throw new SignInException(
        "The authority issued a token that cannot be read, so that nobody can tell whose it is");
  }

  private static @Nullable String text(JsonNode claims, String... names) {
    for (String name : names) {
      if (claims.path(name).isTextual()) {
        return claims.path(name).textValue();
      }
    }
    return null;
  }

  private static List<String> list(JsonNode claim) {
    List<String> values = new ArrayList<>();
    claim.forEach(value -> values.add(value.asText()));
    return values;
  }
}
