package dev.sigillo.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import net.sf.jasperreports.components.table.BaseColumn;
import net.sf.jasperreports.components.table.Cell;
import net.sf.jasperreports.components.table.StandardColumn;
import net.sf.jasperreports.components.table.StandardTable;
import net.sf.jasperreports.engine.JRChild;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.jspecify.annotations.Nullable;

/**
 * Run by the build: compiles the templates into the class folder. {@code table.jrxml} gives one
 * template for each line of {@code tables.properties}.
 */
public final class CompileTemplates {
  private static final int PAGE = 511;

  private CompileTemplates() {}

  /**
   * Compiles.
   *
   * @param args folder of templates, folder of classes
   */
  public static void main(String[] args) throws IOException, JRException {
    Path source = Path.of(args[0]);
    Path target = Files.createDirectories(Path.of(args[1]).resolve("reports"));
    JasperCompileManager.compileReportToFile(
        source.resolve("document.jrxml").toString(), target.resolve("document.jasper").toString());
    Properties tables = new Properties();
    try (Reader in = Files.newBufferedReader(source.resolve("tables.properties"))) {
      tables.load(in);
    }
    for (String name : tables.stringPropertyNames()) {
      int[] widths =
          Arrays.stream(tables.getProperty(name).split(",")).mapToInt(Integer::parseInt).toArray();
      if (Arrays.stream(widths).sum() != PAGE) {
        throw new IllegalStateException("tables.properties: " + name + " is not as wide as a page");
      }
      JasperDesign design = JRXmlLoader.load(source.resolve("table.jrxml").toFile());
      design.setName("table-" + name);
      columns(design, widths);
      JasperCompileManager.compileReportToFile(
          design, target.resolve("table-" + name + ".jasper").toString());
    }
  }

  private static void columns(JasperDesign design, int[] widths) {
    StandardTable table = Templates.table(design);
    for (BaseColumn surplus : List.copyOf(table.getColumns()).subList(widths.length, 6)) {
      table.removeColumn(surplus);
    }
    for (int i = 0; i < widths.length; i++) {
      StandardColumn column = (StandardColumn) table.getColumns().get(i);
      column.setWidth(widths[i]);
      widen(column.getColumnHeader(), widths[i]);
      widen(column.getDetailCell(), widths[i]);
    }
  }

  private static void widen(@Nullable Cell cell, int width) {
    if (cell != null) {
      for (JRChild child : cell.getChildren()) {
        ((JRDesignElement) child).setWidth(width);
      }
    }
  }
}
