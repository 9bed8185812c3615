package dev.sigillo.snapshot;

/** Something a control judges: a mailbox, a domain, a policy, the tenant itself. */
public interface Subject {
  /** Stable key: a GUID where there is one. */
  String subjectKey();

  /** The name people know: an address, a domain, a policy's name. */
  String subjectName();
}
