package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The areas of the prevention checklist, in the order of the report. */
public enum Area {
  SPF,
  DKIM,
  DMARC,
  SMTPAUTH,
  FORWARDING,
  IDENTITY,
  OUTBOUND,
  CONNECTORS,
  DELEGATION,
  SENDERS,
  ALERTS,
  PROCESS;

  /** Folder name and id prefix in lower case, such as {@code smtpauth}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
