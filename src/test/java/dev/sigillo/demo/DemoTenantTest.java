package dev.sigillo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Limit;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTenantTest {
  /** What identifies a row, beside the properties that rules read. */
  private static final Set<String> IDENTITY =
      Set.of("guid", "identity", "id", "exchangeguid", "externaldirectoryobjectid");

  /** File by file, for how tightly a ZIP is packed depends on the machine's zlib. */
  @Test
  void embedded_snapshot_is_a_fresh_one(@TempDir Path folder) throws IOException {
    Path fresh = folder.resolve("fresh.zip");
    DemoTenant.write(fresh);

    assertThat(files(DemoTenant.EMBEDDED))
        .as("written anew by DemoTenant's main method")
        .isEqualTo(files(fresh));
  }

  @Test
  void no_dataset_is_answered_twice() {
    assertThat(DemoTenant.answers()).extracting(Answer::dataset).doesNotHaveDuplicates();
  }

  @Test
  void no_row_says_what_its_record_does_not_know() {
    for (Answer answer : DemoTenant.answers()) {
      for (Line line : answer.lines()) {
        if (line.row() != null) {
          check(line.row(), answer.dataset().type());
        }
      }
    }
  }

  private static void check(JsonNode row, Class<?> type) {
    Map<String, JsonNode> said = new TreeMap<>();
    row.properties().forEach(p -> said.put(p.getKey().toLowerCase(Locale.ROOT), p.getValue()));
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode value = said.remove(component.getName().toLowerCase(Locale.ROOT));
      Class<?> nested = record(component.getGenericType());
      if (value != null && nested != null && value.isContainerNode()) {
        (value.isArray() ? value : List.of(value)).forEach(one -> check(one, nested));
      }
    }
    said.keySet().removeAll(IDENTITY);
    assertThat(said.keySet()).as("%s: %s", type.getSimpleName(), row).isEmpty();
  }

  /** The record in {@code Setting<Record>} or {@code Setting<List<Record>>}, if it is one. */
  private static @Nullable Class<?> record(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return record(parameterized.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> raw && raw.isRecord() && raw != Limit.class ? raw : null;
  }

  @Test
  void there_are_250_mailboxes_of_every_kind() {
    Map<String, Long> kinds =
        new Directory()
            .mailboxes().stream()
                .collect(
                    Collectors.groupingBy(
                        m -> m.kind().recipientTypeDetails(), Collectors.counting()));

    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "UserMailbox", 198L,
                "SharedMailbox", 32L,
                "RoomMailbox", 13L,
                "EquipmentMailbox", 6L,
                "DiscoveryMailbox", 1L));
  }

  @Test
  void no_two_mailboxes_share_a_key() {
    assertThat(new Directory().mailboxes()).extracting(DemoMailbox::key).doesNotHaveDuplicates();
  }

  @Test
  void one_dataset_was_refused() {
    assertThat(DemoTenant.answers())
        .filteredOn(answer -> answer.status() != Status.COMPLETE)
        .extracting(Answer::dataset)
        .containsExactly(Dataset.AUDIT_BYPASS);
  }

  private static Map<String, String> files(Path zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
