package dev.sigillo.incident.ndr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status (RFC 3464 section 2): groups of fields, one for the message, then recipients.
 */
record StatusReport(Headers message, List<Headers> recipients) {
  private static final int MOST_RECIPIENTS = 10_000;

  static StatusReport of(String text) {
    Headers message = new Headers();
    List<Headers> recipients = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String line : (text + "\n\n").lines().toList()) {
      if (!line.isBlank()) {
        group.add(line);
        continue;
      }
      Headers fields = Headers.parse(group);
      group.clear();
      if (isRecipient(fields) && recipients.size() < MOST_RECIPIENTS) {
        recipients.add(fields);
        if (message.isEmpty() && fields.has("reporting-mta")) {
          message = fields;
        }
      } else if (!fields.isEmpty() && message.isEmpty()) {
        message = fields;
      }
    }
    return new StatusReport(message, List.copyOf(recipients));
  }

  private static boolean isRecipient(Headers fields) {
    return fields.has("final-recipient")
        || fields.has("original-recipient")
        || fields.has("diagnostic-code")
        || (fields.has("action") && fields.has("status"));
  }

  /** A value without its type: {@code rfc822; ann@example.com}. */
  static @Nullable String value(@Nullable String field) {
    if (field == null) {
      return null;
    }
    int end = field.indexOf(';');
    boolean typed = end > 0 && end < 24 && field.substring(0, end).strip().indexOf(' ') < 0;
    String value = typed ? field.substring(end + 1).strip() : field.strip();
    return value.isEmpty() ? null : value;
  }

  /** A mailbox where there is one, otherwise as written. */
  static @Nullable String mailbox(@Nullable String field) {
    String value = value(field);
    if (value == null) {
      return null;
    }
    String mailbox = Patterns.mailbox(value.replaceFirst("^<?@[^:@]{1,255}:", ""));
    String plain = value.replaceAll("[<>\"]", "").strip();
    return mailbox != null ? mailbox : plain.isEmpty() ? null : plain;
  }

  static @Nullable String host(@Nullable String field) {
    String value = value(field);
    if (value == null) {
      return null;
    }
    int end = value.indexOf(' ');
    String host = end < 0 ? value : value.substring(0, end);
    return host.replaceAll("^[\\[(<]+|[\\])>.,;]+$", "");
  }

  static @Nullable String action(@Nullable String field) {
    if (field == null) {
      return null;
    }
    String word = field.strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z-].*$", "");
    return word.isEmpty() ? null : word;
  }
}
