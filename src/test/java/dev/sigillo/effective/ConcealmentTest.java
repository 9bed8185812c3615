package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcealmentTest {
  private static final List<String> FOLDERS = List.of("RSS Feeds", "Posta eliminata");

  private static InboxRule rule(@Nullable Boolean delete, @Nullable String folder) {
    return new InboxRule(
        new RowRef("x", 1, "x"),
        Setting.absent(),
        Setting.absent(),
        Setting.of(true),
        Given.list(),
        Given.list(),
        Given.list("x@evil.example"),
        Given.of(delete),
        Setting.of(false),
        Given.of(folder),
        Setting.of(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSS Feeds", "rss feeds", "\\RSS Feeds", "ada:\\Inbox/Posta Eliminata"})
  void folder_is_known_by_the_last_part_of_its_path(String folder) {
    assertThat(Concealment.hides(rule(false, folder), FOLDERS)).isTrue();
  }

  @Test
  void ordinary_folder_hides_nothing() {
    assertThat(Concealment.hides(rule(false, "Invoices"), FOLDERS)).isFalse();
    assertThat(Concealment.hides(rule(null, null), FOLDERS)).isFalse();
    assertThat(Concealment.hides(rule(true, null), FOLDERS)).isTrue();
  }

  @Test
  void actions_carry_the_names_that_microsoft_gives_them() {
    assertThat(Concealment.actions(rule(true, "RSS Feeds")))
        .isEqualTo("DeleteMessage, MoveToFolder: RSS Feeds, MarkAsRead, RedirectTo");
    assertThat(Concealment.sendsOn(rule(true, null))).isTrue();
    assertThat(Concealment.deletes(rule(true, null))).isTrue();
  }
}
