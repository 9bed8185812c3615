package dev.sigillo.incident.ndr;

/** Why a message was not delivered, in classes an administrator acts on differently. */
public enum Reason {
  /** The sending address is on a block list, or has a bad name at the receiver. */
  BLOCKED("blocked"),
  /** The receiver's rules, or SPF, DKIM or DMARC, forbid it. */
  POLICY("policy"),
  /** The recipient does not exist, moved, or is closed. */
  UNKNOWN_USER("unknownUser"),
  /** The recipient's mailbox is full. */
  MAILBOX_FULL("mailboxFull"),
  /** What was sent is refused: spam, virus, size, form. */
  CONTENT("content"),
  /** Too many messages, connections or recipients in a time. */
  RATE("rate"),
  /** The receiving system was not found, not reached, or never answered in time. */
  NETWORK("network"),
  /** None of these, or nothing in the message says why. */
  OTHER("other");

  private final String id;

  Reason(String id) {
    this.id = id;
  }

  /** As JSON and CSV name it. */
  public String id() {
    return id;
  }
}
