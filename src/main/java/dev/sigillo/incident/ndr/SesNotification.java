package dev.sigillo.incident.ndr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon SES tells by way of SNS, in JSON, of a message that bounced, was delivered or was
 * called spam. It becomes a delivery status (RFC 3464), and the rest of the mail that it quotes,
 * such as the subject, is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html">Notification
 *     contents</a>
 */
final class SesNotification {
  /** Mail servers break long lines, within strings too. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private static final String TYPE = "notificationType";

  private SesNotification() {}

  /** Puts what it says into the part's status, where the part is such a notification. */
  static void read(MailPart part) {
    JsonNode said = json(part.words());
    if (said == null) {
      return;
    }
    part.text.setLength(0);
    part.html.setLength(0);
    part.preamble.setLength(0);
    JsonNode mail = said.path("mail");
    field(part.originalHeaders, "Message-ID", message(mail));
    field(part.originalHeaders, "From", mail.path("source"));
    switch (said.path(TYPE).asText()) {
      case "Bounce" -> bounced(part.status, said.path("bounce"));
      case "Delivery" -> delivered(part.status, said.path("delivery"));
      case "Complaint" -> part.complaint = true;
      default -> {}
    }
  }

  /** The notification, or one that SNS has wrapped; null when it is neither. */
  private static @Nullable JsonNode json(String words) {
    if (!words.stripLeading().startsWith("{")) {
      return null;
    }
    try {
      JsonNode said = MAPPER.readTree(words);
      if (said.path("Message").isTextual()) {
        said = MAPPER.readTree(said.path("Message").textValue());
      }
      return said.has(TYPE) ? said : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static JsonNode message(JsonNode mail) {
    JsonNode own = mail.path("commonHeaders").path("messageId");
    return own.isTextual() ? own : mail.path("messageId");
  }

  private static void bounced(StringBuilder status, JsonNode bounce) {
    field(status, "Reporting-MTA", bounce.path("reportingMTA"));
    for (JsonNode recipient : bounce.path("bouncedRecipients")) {
      status.append('\n');
      field(status, "Final-Recipient", recipient.path("emailAddress"));
      field(status, "Action", recipient.path("action"));
      field(status, "Status", recipient.path("status"));
      field(status, "Diagnostic-Code", recipient.path("diagnosticCode"));
    }
  }

  private static void delivered(StringBuilder status, JsonNode delivery) {
    field(status, "Reporting-MTA", delivery.path("reportingMTA"));
    for (JsonNode recipient : delivery.path("recipients")) {
      status.append('\n');
      field(status, "Final-Recipient", recipient);
      status.append("Action: delivered\n");
      field(status, "Diagnostic-Code", delivery.path("smtpResponse"));
    }
  }

  /** One line; what is within it cannot begin another. */
  private static void field(StringBuilder to, String name, JsonNode value) {
    if (value.isTextual()) {
      String line = value.textValue().replaceAll("\\p{Cntrl}+", " ").strip();
      to.append(name).append(": ").append(line).append('\n');
    }
  }
}
