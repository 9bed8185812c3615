package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a control looks at: the tenant as a whole, or one mailbox at a time. */
public enum Scope {
  TENANT,
  MAILBOX;

  /** Name in documents: {@code tenant} or {@code mailbox}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
