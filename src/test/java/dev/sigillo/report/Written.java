package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a section says, before it is laid out. */
final class Written {
  private Written() {}

  static String in(String language, Assessment assessment, Consumer<Content> section) {
    Content content = new Content(assessment, new Words(language), new Templates());
    section.accept(content);
    List<String> lines = new ArrayList<>();
    for (Block block : content.blocks()) {
      lines.add(block.getText());
      for (Row row : block.getRows()) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < block.getHead().size(); column++) {
          cells.add(row.text(column));
        }
        lines.add(String.join(" | ", cells));
      }
    }
    return String.join("\n", lines);
  }
}
