package dev.sigillo.effective;

import dev.sigillo.snapshot.Fact;

/**
 * A permission over mailboxes that an application holds by itself, without a user.
 *
 * @param permission as Microsoft names it, such as {@code Mail.Send} or {@code Application
 *     Mail.Send}
 * @param source who gave it
 * @param sends whether mail can be sent with it; else it only reads
 * @param everyMailbox whether nothing limits it to some mailboxes
 * @param evidence the grant itself
 */
public record MailGrant(
    String permission, Source source, boolean sends, boolean everyMailbox, Fact evidence) {

  /** Who gave a permission; the two add up, neither narrows the other. */
  public enum Source {
    /** Consent in Microsoft Entra ID; an application access policy may limit it. */
    ENTRA,
    /** A role of Exchange (RBAC for Applications), with or without a resource scope. */
    EXCHANGE
  }
}
