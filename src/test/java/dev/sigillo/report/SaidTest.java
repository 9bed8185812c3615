package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {
  private final Said english = new Said(new Words("en"));
  private final Said italian = new Said(new Words("it"));

  @Test
  void what_sigillo_notes_is_said_in_the_language_of_the_report() {
    String note = Note.FILE_MISSING.of("Get-Mailbox");
    assertThat(note).isEqualTo("sigillo:file-missing|Get-Mailbox");
    assertThat(english.of(note))
        .isEqualTo("The export holds no Get-Mailbox.json or Get-Mailbox.csv.");
    assertThat(italian.of(note))
        .isEqualTo("L’esportazione non contiene né Get-Mailbox.json né Get-Mailbox.csv.");
  }

  @Test
  void what_the_service_said_stays_word_for_word_and_is_marked_as_quoted() {
    assertThat(english.of("503 {0} Server 'busy'")).isEqualTo("“503 {0} Server 'busy'”");
    assertThat(italian.of("503 {0} Server 'busy'")).isEqualTo("«503 {0} Server 'busy'»");
    assertThat(english.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sigillo:file-missing", "sigillo:no-such-note|x", "sigillo:file-empty|x"})
  void what_only_looks_like_a_note_is_quoted_too(String text) {
    assertThat(english.of(text)).isEqualTo("“" + text + "”");
  }

  @ParameterizedTest
  @EnumSource(Note.class)
  void every_note_has_words(Note note) {
    String key = note.of().replace("sigillo:", "note.");
    assertThat(new Words("en").has(key)).isTrue();
    assertThat(new Words("it").has(key)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void every_status_has_words_and_advice(Status status) {
    for (String key : List.of("dataset.", "gap.DATASET.", "advice.DATASET.")) {
      assertThat(new Words("en").has(key + status)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void the_command_advised_for_an_export_is_one_that_the_export_script_runs(Dataset dataset)
      throws IOException {
    String script = Files.readString(Path.of("src/main/resources/export/export-cmdlets.ps1"));
    String command = Exports.command(dataset.id());
    boolean exported = dataset.id().matches("(exchange|compliance|graph)/.*");
    // Inbox rules are exported as Exchange lists them, which says more than Graph does.
    boolean other = dataset == Dataset.MESSAGE_RULE;
    if (exported && !dataset.isLog() && !other) {
      assertThat(command).isNotNull();
      assertThat(script).contains(String.valueOf(command));
    } else {
      assertThat(command).isNull();
    }
  }
}
