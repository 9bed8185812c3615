package dev.sigillo.effective;

/** What forwards, by the property that says so. */
public enum How {
  /** An inbox rule that forwards. */
  FORWARD_TO("ForwardTo"),
  /** An inbox rule that forwards as an attachment. */
  FORWARD_AS_ATTACHMENT_TO("ForwardAsAttachmentTo"),
  /** An inbox rule that redirects: the message keeps its first sender. */
  REDIRECT_TO("RedirectTo"),
  /** Mailbox forwarding to a recipient in the directory. */
  FORWARDING_ADDRESS("ForwardingAddress"),
  /** Mailbox forwarding to an address. */
  FORWARDING_SMTP_ADDRESS("ForwardingSmtpAddress");

  private final String property;

  How(String property) {
    this.property = property;
  }

  /** Microsoft's name. */
  public String property() {
    return property;
  }

  /** Whether an inbox rule does it, rather than the mailbox itself. */
  public boolean byInboxRule() {
    return compareTo(FORWARDING_ADDRESS) < 0;
  }
}
