package dev.sigillo.incident.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.dossier.DepartmentMail.Standing;
import dev.sigillo.kpi.DayCount;
import dev.sigillo.kpi.ForwardedMail;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.User;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentCountTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

  private final DepartmentCount count =
      new DepartmentCount(
          List.of(
              new ForwardedMail(
                  new RowRef("incident/messageTrace", 1, "x"),
                  "anna@esempio.it",
                  true,
                  List.of("x@posta.example"),
                  12,
                  List.of(new DayCount(DAY, 12)),
                  6,
                  6)));

  @Test
  void one_person_among_what_are_no_people_is_not_named() {
    member("anna", "UserMailbox", true, "Member");
    member("vendite", "SharedMailbox", true, "Member");
    member("sala", "RoomMailbox", true, "Member");
    member("ospite", null, true, "Guest");
    member("ex", "UserMailbox", false, "Member");
    count.user("old", user(true, null));

    assertThat(count.sums()).extracting(DepartmentMail::name).containsExactly("Direzione");
    assertThat(DepartmentMail.withoutSmall(count.sums()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.standing()).isEqualTo(Standing.SMALL);
              assertThat(one.people()).isOne();
              assertThat(one.messages()).isEqualTo(12);
            });
  }

  @Test
  void five_people_are_named_with_a_mailbox_or_without() {
    member("anna", "UserMailbox", true, "Member");
    member("bruno", "LinkedMailbox", true, "Member");
    member("carla", "UserMailbox", true, "Member");
    count.user("dario", user(true, "Member"));
    count.user("elisa", user(true, "Member"));

    assertThat(DepartmentMail.withoutSmall(count.sums()))
        .singleElement()
        .satisfies(one -> assertThat(one.standing()).isEqualTo(Standing.NAMED));
  }

  private void member(String key, @Nullable String mailbox, boolean enabled, String type) {
    if (mailbox != null) {
      ObjectNode row = new ObjectMapper().createObjectNode();
      row.put("PrimarySmtpAddress", key + "@esempio.it").put("RecipientTypeDetails", mailbox);
      RowRef ref = RowRef.of(Dataset.MAILBOX.id(), 1, row);
      count.mailbox(key, RowReader.read(MailboxSettings.class, ref, row));
    }
    count.user(key, user(enabled, type));
  }

  private static User user(boolean enabled, @Nullable String type) {
    ObjectNode row = new ObjectMapper().createObjectNode();
    row.put("department", "Direzione").put("accountEnabled", enabled);
    if (type != null) {
      row.put("userType", type);
    }
    return RowReader.read(User.class, RowRef.of(Dataset.USER.id(), 1, row), row);
  }
}
