package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The inventory as Excel saves it. */
class InventoryCsvTest {
  private static final String COLUMNS =
      "name, kind, owner, mailbox, appId, connector, spf, dkimSelector, ip, credentialKind,"
          + " credentialRotatedOn, server, volumePerDay, reviewedOn";

  @TempDir private Path folder;

  private static List<InventoryEntry> read(byte[] bytes) {
    return InventoryCsv.read("senders.csv", bytes, new Declarations(Controls.ALL));
  }

  private static List<InventoryEntry> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_italian_excel_writes_semicolons_and_windows_1252() {
    InventoryEntry entry =
        read("""
            Name;Kind;Owner;Mailbox;CredentialKind;CredentialRotatedOn;VolumePerDay;ReviewedOn;;
            Scanner più;Device;Niccolò;scanner@contoso.com;password;1/9/2026;200;15/10/2026;;
            ;;;;;;;;;
            """
                .replace("\n", "\r\n")
                .getBytes(Charset.forName("windows-1252")))
            .get(0);
    assertThat(entry)
        .isEqualTo(
            new InventoryEntry(
                "Scanner più",
                InventoryEntry.Kind.DEVICE,
                "Niccolò",
                "scanner@contoso.com",
                null,
                null,
                null,
                null,
                null,
                new InventoryEntry.Credential("password", LocalDate.of(2026, 9, 1)),
                null,
                200L,
                LocalDate.of(2026, 10, 15)));
  }

  @Test
  void csv_utf_8_has_a_byte_order_mark_and_cells_with_line_breaks_and_quotes() {
    List<InventoryEntry> entries =
        read(
            "\uFEFF"
                + """
                name,kind,owner,appId,connector,spf,dkimSelector,ip,server
                "Scanner ""A"", 2nd
                floor",service,Zoë,a1,c1,include:x,s1,192.0.2.1,h
                """
                    .replace("\n", "\r\n"));
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).name()).isEqualTo("Scanner \"A\", 2nd\r\nfloor");
    assertThat(entries.get(0).owner()).isEqualTo("Zoë");
    assertThat(entries.get(0).appId()).isEqualTo("a1");
    assertThat(entries.get(0).server()).isEqualTo("h");
  }

  @Test
  void a_separator_line_and_tabs_are_understood() {
    assertThat(read("sep=;\nname;kind;owner;ip\nA;device;B;192.0.2.1\n")).hasSize(1);
    assertThat(read("name\tkind\towner\tip\nA, b; c\tdevice\tB\t192.0.2.1\n").get(0).name())
        .isEqualTo("A, b; c");
  }

  @Test
  void a_cell_that_leaves_no_choice_decides_how_all_dates_are_read() {
    String table =
        "name,kind,owner,ip,reviewedOn\nA,device,B,192.0.2.1,%s\nC,device,B,192.0.2.2,%s\n";
    assertThat(read(table.formatted("05/06/2026", "6/15/2026")))
        .extracting(InventoryEntry::reviewedOn)
        .containsExactly(LocalDate.of(2026, 5, 6), LocalDate.of(2026, 6, 15));
    assertThat(read(table.formatted("05/06/2026", "15/6/2026")))
        .extracting(InventoryEntry::reviewedOn)
        .containsExactly(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 15));
    assertThat(read(table.formatted("5.6.2026", "2026-06-05")))
        .extracting(InventoryEntry::reviewedOn)
        .containsOnly(LocalDate.of(2026, 6, 5));
    assertThat(read(table.formatted("06/06/2026", "7/7/2026")))
        .extracting(InventoryEntry::reviewedOn)
        .containsExactly(LocalDate.of(2026, 6, 6), LocalDate.of(2026, 7, 7));
  }

  @Test
  void a_formula_is_text() {
    assertThat(read("name,kind,owner,ip\n=cmd|'/c calc'!A0,device,B,192.0.2.1\n").get(0).name())
        .isEqualTo("=cmd|'/c calc'!A0");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "a misspelt column",
            "name,kind,ownr\nx,device,o\n",
            "1: unknown column 'ownr' (did you mean 'owner'?); allowed: " + COLUMNS),
        arguments(
            "a column for secrets",
            "name,kind,owner,password\nx,device,o,S3cret\n",
            "1: unknown column 'password'; allowed: " + COLUMNS),
        arguments(
            "a missing column",
            "name,kind\nx,device\n",
            "1: column 'owner' is missing; allowed: " + COLUMNS),
        arguments(
            "a column twice",
            "name,kind,owner,Name\n",
            "1: column 'name' stands twice; allowed: once"),
        arguments("an empty file", "\r\n", "1: is empty; allowed: a table with columns " + COLUMNS),
        arguments(
            "a cell that is obligatory",
            "name,kind,owner,ip\nx,device,,192.0.2.1\n",
            "2: 'owner' is empty; it is obligatory"),
        arguments(
            "a kind that does not exist",
            "name,kind,owner,ip\n\"x\n1\",device,o,192.0.2.1\ny,devcie,o,192.0.2.1\n",
            "4: 'kind' is 'devcie' (did you mean 'device'?); allowed: device, application, service"),
        arguments(
            "a date that could be two",
            "name,kind,owner,ip,reviewedOn\nx,device,o,192.0.2.1,05/06/2026\n",
            "2: 'reviewedOn' is '05/06/2026', which could be two days; allowed: a date such as"
                + " 2026-11-24"),
        arguments(
            "dates in two orders",
            """
            name,kind,owner,ip,reviewedOn
            x,device,o,192.0.2.1,15/06/2026
            y,device,o,192.0.2.2,06/15/2026
            z,device,o,192.0.2.3,05/06/2026
            """,
            "4: 'reviewedOn' is '05/06/2026', which could be two days; allowed: a date such as"
                + " 2026-11-24"),
        arguments(
            "a date that is none",
            "name,kind,owner,ip,reviewedOn\nx,device,o,192.0.2.1,October\n",
            "2: 'reviewedOn' is 'October'; allowed: a date such as 2026-11-24"),
        arguments(
            "a number with separators",
            "name,kind,owner,ip,volumePerDay\nx,device,o,192.0.2.1,1.200\n",
            "2: 'volumePerDay' is '1.200'; allowed: a whole number such as 1200"),
        arguments(
            "a cell too many",
            "name,kind,owner,ip\nx,device,o,192.0.2.1,y\n",
            "2: 'y' stands below no column; allowed: cells below a column"),
        arguments(
            "a rotation of nothing",
            "name,kind,owner,ip,credentialRotatedOn\nx,device,o,192.0.2.1,2026-10-01\n",
            "2: 'credentialKind' is empty; it is obligatory"),
        arguments(
            "a quote that is never closed",
            "name,kind,owner,ip\nx,device,o,192.0.2.1\n\"y,device,o,192.0.2.1\nz,device,o,192.0.2.1\n",
            "3: quotes do not pair; allowed: a pair around a cell, and doubled ones inside"),
        arguments(
            "a workbook instead of a table",
            "PK\u0003\u0004\0\0",
            "1: is not a CSV table; allowed: one that Excel saved as CSV UTF-8"),
        arguments(
            "a sender nobody could recognise",
            "name,kind,owner\nx,device,o\n",
            "2: the sender 'x' has no identity; allowed: at least one of mailbox, appId,"
                + " connector, spf, dkimSelector, ip, server"),
        arguments(
            "two senders of one name",
            "name,kind,owner,ip\nx,device,o,192.0.2.1\nX,device,o,192.0.2.2\n",
            "3: the sender 'X' stands in senders.csv:2 already; allowed: once"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_gets_one_sentence_with_its_place(String name, String table, String sentence) {
    assertThatThrownBy(() -> read(table))
        .as(name)
        .isInstanceOf(PolicyException.class)
        .hasMessage("senders.csv:" + sentence);
  }

  @Test
  void the_table_is_looked_for_beside_the_policy() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(
        folder.resolve("sub/senders.csv"), "name,kind,owner,ip\nx,device,o,192.0.2.1\n");
    Path policy = Files.writeString(folder.resolve("sub/own.yaml"), "inventory: senders.csv\n");
    assertThat(PolicyLoader.load(policy.toString(), Controls.ALL).inventory())
        .extracting(InventoryEntry::name)
        .containsExactly("x");
    Files.writeString(policy, "failLevel: high\ninventory: sender.csv\n");
    assertThatThrownBy(() -> PolicyLoader.load(policy.toString(), Controls.ALL))
        .hasMessage(
            policy
                + ":2: 'inventory: sender.csv' cannot be read: there is no such file; allowed: a"
                + " list of senders, or a CSV file");
  }
}
