package dev.sigillo.control;

/** What a control looks at: the tenant as a whole, or one mailbox at a time. */
public enum Scope {
  TENANT,
  MAILBOX
}
