package dev.sigillo.evaluate;

import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Run by the build: compiles the bundled rules into the class folder, so that starting is fast. */
public final class Precompile {
  private Precompile() {}

  /**
   * Compiles.
   *
   * @param args folder of rules, folder of classes
   */
  public static void main(String[] args) throws IOException {
    Path rules = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    SortedMap<String, String> files = CatalogueLoader.files(rules);
    Catalogue catalogue = CatalogueLoader.folder(rules);
    SortedMap<String, String> drl = new TreeMap<>();
    catalogue.controls().forEach(c -> drl.put(RuleBases.file(c), text(catalogue, c.id())));
    Path meta = Files.createDirectories(classes.resolve("META-INF/sigillo"));
    Files.write(meta.resolve("rules.index"), files.keySet());
    RuleCompiler.Compiled compiled = RuleCompiler.compile(drl);
    for (Map.Entry<String, byte[]> one : compiled.classes().entrySet()) {
      Path file = classes.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
    Files.write(meta.resolve("rules.models"), compiled.models());
    RuleBases.load(catalogue, catalogue);
  }

  private static String text(Catalogue catalogue, String id) {
    String drl = catalogue.rules().get(id);
    if (drl == null) {
      throw new RuleException(id + ": has no DRL");
    }
    return drl;
  }
}
