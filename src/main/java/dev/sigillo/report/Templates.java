package dev.sigillo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.components.table.BaseColumn;
import net.sf.jasperreports.components.table.StandardTable;
import net.sf.jasperreports.engine.JRComponentElement;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRReport;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The compiled templates, from the program's own jar and nowhere else. */
final class Templates {
  private final Map<String, JasperReport> loaded = new HashMap<>();

  JasperReport get(String name) {
    return loaded.computeIfAbsent(name, Templates::load);
  }

  /** Widths of a table's columns, in points. */
  static int[] widths(JRReport template) {
    return table(template).getColumns().stream().mapToInt(BaseColumn::getWidth).toArray();
  }

  /** The table a table's template holds. */
  static StandardTable table(JRReport template) {
    JRElement only = template.getDetailSection().getBands()[0].getElements()[0];
    return (StandardTable) ((JRComponentElement) only).getComponent();
  }

  private static JasperReport load(String name) {
    String resource = "reports/" + name + ".jasper";
    try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program's jar");
      }
      return (JasperReport) JRLoader.loadObject(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JRException e) {
      throw new IllegalStateException(resource + " cannot be loaded", e);
    }
  }
}
