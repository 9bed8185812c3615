package dev.sigillo.policy;

import dev.sigillo.policy.Table.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the inventory from the table people keep in Excel. */
final class InventoryCsv {
  static final List<String> COLUMNS =
      List.of(
          "name",
          "kind",
          "owner",
          "mailbox",
          "appId",
          "connector",
          "spf",
          "dkimSelector",
          "ip",
          "credentialKind",
          "credentialRotatedOn",
          "server",
          "volumePerDay",
          "reviewedOn");

  private static final List<String> OBLIGATORY = List.of("name", "kind", "owner");
  private static final List<String> DATES = List.of("credentialRotatedOn", "reviewedOn");

  private final Declarations declarations;
  private final TableDates dates = new TableDates();

  private InventoryCsv(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * Reads a table.
   *
   * @param file its name, for messages
   */
  static List<InventoryEntry> read(String file, byte[] bytes, Declarations declarations) {
    List<Row> rows = Table.rows(file, bytes, COLUMNS, OBLIGATORY);
    InventoryCsv csv = new InventoryCsv(declarations);
    for (Row row : rows) {
      DATES.stream().map(row::cell).filter(Objects::nonNull).forEach(csv.dates::learn);
    }
    return rows.stream().map(csv::entry).toList();
  }

  private InventoryEntry entry(Row row) {
    return declarations.sender(
        row.place(),
        new InventoryEntry(
            row.need("name"),
            kind(row),
            row.need("owner"),
            row.cell("mailbox"),
            row.cell("appId"),
            row.cell("connector"),
            row.cell("spf"),
            row.cell("dkimSelector"),
            row.cell("ip"),
            credential(row),
            row.cell("server"),
            volume(row),
            date(row, "reviewedOn")));
  }

  private static InventoryEntry.Kind kind(Row row) {
    String word = row.need("kind");
    InventoryEntry.Kind kind =
        Words.constant(InventoryEntry.Kind.class, word.toLowerCase(Locale.ROOT));
    if (kind == null) {
      List<String> allowed = Words.all(InventoryEntry.Kind.class);
      throw row.place()
          .error("'kind' is '%s'%s; allowed: %s", word, Spelling.suggest(word, allowed), allowed);
    }
    return kind;
  }

  private InventoryEntry.@Nullable Credential credential(Row row) {
    LocalDate rotatedOn = date(row, "credentialRotatedOn");
    if (rotatedOn != null) {
      return new InventoryEntry.Credential(row.need("credentialKind"), rotatedOn);
    }
    String kind = row.cell("credentialKind");
    return kind == null ? null : new InventoryEntry.Credential(kind, null);
  }

  private static @Nullable Long volume(Row row) {
    String cell = row.cell("volumePerDay");
    if (cell != null && !cell.matches("\\d{1,9}")) {
      throw row.place().error("'volumePerDay' is '%s'; allowed: a whole number such as 1200", cell);
    }
    return cell == null ? null : Long.valueOf(cell);
  }

  private @Nullable LocalDate date(Row row, String column) {
    String cell = row.cell(column);
    return cell == null ? null : dates.read(row.place(), column, cell);
  }
}
