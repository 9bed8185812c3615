package dev.sigillo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that sends mail for the organisation, as it declares.
 *
 * @param name what people call it
 * @param kind what it is
 * @param owner who answers for it
 * @param mailbox address it signs in or sends as
 * @param appId application (client) id
 * @param connector name of the outbound or inbound connector it uses
 * @param spf SPF mechanism that authorises it, such as {@code include:spf.example.net}
 * @param dkimSelector selector it signs with
 * @param ip address or prefix it sends from
 * @param credential what it authenticates with
 * @param server server it hands mail to
 * @param volumePerDay messages expected in a day
 * @param reviewedOn when the entry was last checked
 */
public record InventoryEntry(
    String name,
    Kind kind,
    String owner,
    @Nullable String mailbox,
    @Nullable String appId,
    @Nullable String connector,
    @Nullable String spf,
    @Nullable String dkimSelector,
    @Nullable String ip,
    @Nullable Credential credential,
    @Nullable String server,
    @Nullable Long volumePerDay,
    @Nullable LocalDate reviewedOn) {

  /** What kind of sender it is. */
  public enum Kind {
    DEVICE,
    APPLICATION,
    SERVICE
  }

  /**
   * What a sender authenticates with, never the secret itself.
   *
   * @param kind such as password, certificate, oauth
   * @param rotatedOn when it was last changed
   */
  public record Credential(String kind, @Nullable LocalDate rotatedOn) {}
}
