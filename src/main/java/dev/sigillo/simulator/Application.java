package dev.sigillo.simulator;

import java.util.List;

/**
 * An application that can sign in to the simulated tenant.
 *
 * @param clientId GUID of the registration
 * @param objectId GUID of its service principal
 * @param secret the one client secret that is right
 * @param secretExpired whether Entra says that the right secret has expired
 * @param graphRoles application permissions on Microsoft Graph, such as {@code Policy.Read.All}
 * @param exchangeRoles application permissions on Exchange Online, such as {@code
 *     Exchange.ManageAsApp}; Security and Compliance reads the same ones
 * @param directoryRoles Entra roles by template GUID, as the token's {@code wids} claim says them
 * @param cmdlets what its roles expose in Exchange Online
 * @param complianceCmdlets what its roles expose in Security and Compliance
 */
public record Application(
    String clientId,
    String objectId,
    String displayName,
    String secret,
    boolean secretExpired,
    List<String> graphRoles,
    List<String> exchangeRoles,
    List<String> directoryRoles,
    List<String> cmdlets,
    List<String> complianceCmdlets) {

  public Application {
    graphRoles = List.copyOf(graphRoles);
    exchangeRoles = List.copyOf(exchangeRoles);
    directoryRoles = List.copyOf(directoryRoles);
    cmdlets = List.copyOf(cmdlets);
    complianceCmdlets = List.copyOf(complianceCmdlets);
  }
}
