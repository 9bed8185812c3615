package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a simulated tenant holds; the servers around it give it Microsoft's manners. Implementations
 * are pure: the same question has the same answer, whoever asks, how often and on whichever thread.
 * Rows are made when asked for, so that a million mailboxes need no memory.
 */
public interface SimulatedTenant {

  /** The tenant's GUID, lower case. */
  String tenantId();

  /** The first domain, such as {@code contoso.onmicrosoft.com}. */
  String initialDomain();

  String displayName();

  /**
   * Rows of an Exchange Online cmdlet as they go over the wire, with {@code X@odata.type} and
   * {@code X@data.type} before the property they speak of.
   *
   * <p>Parameters are the tenant's to honour, with Exchange's own habits (a configuration object's
   * {@code Identity} that names nothing gives every object; a recipient's is refused; an enum value
   * nobody knows gives no rows), but for these, which the server applies to the rows given: {@code
   * ResultSize}, {@code PageSize}, {@code Filter} (over the rows' own columns) and {@code
   * RecipientTypeDetails}. Parameters that are null are not passed on.
   *
   * @param cmdlet as Microsoft writes it, such as {@code Get-CASMailbox}; always one that reads
   * @throws ServiceRefusal when there is no such cmdlet, identity or parameter, or a mandatory one
   *     is missing
   */
  Rows cmdlet(String cmdlet, ObjectNode parameters);

  /** Rows of a Security and Compliance cmdlet; otherwise as {@link #cmdlet}. */
  Rows complianceCmdlet(String cmdlet, ObjectNode parameters);

  /**
   * A Graph collection in full: every property that {@code $select} can ask for. The server does
   * {@code $select}, {@code $filter}, {@code $top}, {@code $count} and paging; {@code $expand} only
   * shows or hides what the rows hold (such as {@code principal}).
   *
   * @param path after {@code /v1.0/}, decoded, without query, such as {@code users}, {@code
   *     users/{id or UPN}/mailFolders/inbox/messageRules}, {@code
   *     servicePrincipals(appId='…')/appRoleAssignedTo}
   * @return empty when the path is no collection
   * @throws ServiceRefusal when Graph refuses this very object, such as a mailbox that is on
   *     premises
   */
  Optional<Rows> graph(String path);

  /**
   * A single Graph object, such as {@code policies/authorizationPolicy} or {@code users/{id}}.
   *
   * @return empty when the path is no single object
   * @throws ServiceRefusal when Graph refuses this very object
   */
  Optional<ObjectNode> graphObject(String path);

  /**
   * A usage report as CSV, such as {@code reports/getEmailActivityUserDetail(period='D7')}, which
   * Graph serves by way of a redirect.
   */
  Optional<String> report(String path);

  /**
   * Every record at a DNS name. This is the whole world's DNS as far as the simulation goes.
   *
   * @param name lower case, without the final dot
   * @return empty when there is no such name (NXDOMAIN), no records when there are only names below
   *     it
   */
  Optional<List<DnsRecord>> dns(String name);

  /** The apexes of the zones that {@link #dns} answers for; they own the SOA records. */
  List<String> zones();

  /** The MTA-STS policy file of a domain (RFC 8461 section 3.2), if it serves one. */
  Optional<String> mtaStsPolicy(String domain);

  /** The applications that can sign in; the first is the one to collect with. */
  List<Application> applications();

  /** How the services misbehave. */
  List<Fault> faults();

  /** Whether Microsoft's documented limits are enforced. */
  boolean realLimits();
}
