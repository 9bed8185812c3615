package dev.sigillo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/** Run by the build: compiles the templates into the class folder. */
public final class CompileTemplates {
  private CompileTemplates() {}

  /**
   * Compiles.
   *
   * @param args folder of templates, folder of classes
   */
  public static void main(String[] args) throws IOException, JRException {
    Path target = Files.createDirectories(Path.of(args[1]).resolve("reports"));
    List<Path> templates;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      templates = files.filter(f -> f.toString().endsWith(".jrxml")).sorted().toList();
    }
    if (templates.isEmpty()) {
      throw new IllegalStateException(args[0] + " has no templates");
    }
    for (Path template : templates) {
      String name = String.valueOf(template.getFileName()).replace(".jrxml", ".jasper");
      JasperCompileManager.compileReportToFile(
          template.toString(), target.resolve(name).toString());
    }
  }
}
