package dev.sigillo.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles DRL to Drools' executable model: class files and the names of the models among them. */
final class RuleCompiler {
  private static final String MODEL = "META-INF/kie/dev.sigillo/rules/drools-model";
  private static final Pattern NOISE = Pattern.compile("(Java source of|Parser returned).*");

  private RuleCompiler() {}

  /** Class files by name, and the models to instantiate. */
  record Compiled(Map<String, byte[]> classes, List<String> models) {}

  /**
   * Compiles files.
   *
   * @param files DRL text by file name
   * @throws RuleException naming file, lines and rule for every problem
   */
  static Compiled compile(SortedMap<String, String> files) {
    List<String> problems = new ArrayList<>();
    Map<String, List<RuleDescr>> rules = new HashMap<>();
    files.forEach((name, text) -> rules.put(name, parse(name, text, problems)));
    if (problems.isEmpty()) {
      try {
        return build(files);
      } catch (RuleException e) {
        locate(files, rules, problems);
        if (problems.isEmpty()) {
          throw e;
        }
      }
    }
    throw new RuleException(String.join("\n", problems));
  }

  private static List<RuleDescr> parse(String name, String text, List<String> problems) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr parsed = parser.parse(false, text);
      if (!parser.hasErrors() && parsed != null) {
        return parsed.getRules();
      }
    } catch (DroolsParserException | RuntimeException e) {
      problems.add(name + ": " + firstLine(String.valueOf(e.getMessage())));
      return List.of();
    }
    parser
        .getErrors()
        .forEach(
            error ->
                problems.add(
                    "%s:%s: %s"
                        .formatted(
                            name,
                            error.getLines().length > 0 ? error.getLines()[0] : 1,
                            firstLine(error.getMessage()))));
    return List.of();
  }

  private static Compiled build(SortedMap<String, String> files) {
    KieServices services = KieServices.get();
    KieFileSystem system = services.newKieFileSystem();
    ReleaseId release = services.newReleaseId("dev.sigillo", "rules", "1");
    system.generateAndWritePomXML(release);
    files.forEach((name, text) -> system.write("src/main/resources/" + name, text));
    KieBuilder builder = services.newKieBuilder(system, RuleCompiler.class.getClassLoader());
    Set<String> messages = new LinkedHashSet<>();
    try {
      builder.buildAll(ExecutableModelProject.class);
      builder.getResults().getMessages(Message.Level.ERROR).stream()
          .map(message -> firstLine(message.getText()))
          .filter(text -> !NOISE.matcher(text).matches())
          .forEach(messages::add);
      if (!builder.getResults().hasMessages(Message.Level.ERROR)) {
        return classes((InternalKieModule) builder.getKieModule());
      }
    } catch (RuntimeException | LinkageError e) {
      messages.add(firstLine(String.valueOf(e.getMessage())));
    } finally {
      services.getRepository().removeKieModule(release);
    }
    throw new RuleException(String.join("; ", messages));
  }

  private static Compiled classes(InternalKieModule module) {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(".class")) {
        classes.put(
            file.substring(0, file.length() - ".class".length()).replace('/', '.'),
            module.getBytes(file));
      }
    }
    // The first line of the list is a version.
    List<String> models =
        new String(module.getBytes(MODEL), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .sorted()
            .toList();
    return new Compiled(classes, models);
  }

  /**
   * The executable model reports unknown fields and types without a line, so each rule is built
   * alone, the others blanked, to say where it stands.
   */
  private static void locate(
      SortedMap<String, String> files, Map<String, List<RuleDescr>> rules, List<String> problems) {
    files.forEach(
        (name, text) -> {
          for (RuleDescr rule : rules.getOrDefault(name, List.of())) {
            SortedMap<String, String> alone = new TreeMap<>();
            alone.put(name, only(text, rule, rules.getOrDefault(name, List.of())));
            try {
              build(alone);
            } catch (RuleException e) {
              problems.add(
                  "%s:%d-%d: rule \"%s\": %s"
                      .formatted(
                          name, rule.getLine(), rule.getEndLine(), rule.getName(), e.getMessage()));
            }
          }
        });
  }

  private static String only(String text, RuleDescr wanted, List<RuleDescr> all) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (RuleDescr rule : all) {
      if (!rule.getName().equals(wanted.getName())) {
        for (int i = rule.getLine() - 1; i < Math.min(rule.getEndLine(), lines.size()); i++) {
          lines.set(i, "");
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
