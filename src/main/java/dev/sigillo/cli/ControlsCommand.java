package dev.sigillo.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.Control;
import dev.sigillo.evaluate.CaseRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about the catalogue. */
@Command(
    name = "controls",
    mixinStandardHelpOptions = true,
    description = "List, show, test and document controls.",
    footer = {"", "Example: sigillo controls show SMTPAUTH-01"},
    subcommands = {
      ControlsCommand.ListCommand.class,
      ControlsCommand.ShowCommand.class,
      ControlsCommand.TestCommand.class,
      ControlsCommand.DocsCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ControlsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; allowed: list, show, test, docs");
  }

  /** Lists controls. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the controls.",
      footer = {"", "Example: sigillo controls list --format json"})
  static final class ListCommand implements Callable<Integer> {
    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    enum Format {
      TEXT,
      JSON
    }

    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin private final LanguageOption language = new LanguageOption();
    @Mixin private final Rules rules = new Rules();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      List<Control> controls = rules.all().controls();
      if (format == Format.JSON) {
        out.println(json(controls));
      } else {
        for (Control control : controls) {
          out.printf(
              "%-14s %-9s %s%n",
              control.id(), control.severity().id(), control.title().in(language.code()));
        }
      }
      return ExitCode.OK.code();
    }

    private String json(List<Control> controls) {
      ArrayNode array = JSON.createArrayNode();
      for (Control control : controls) {
        ObjectNode node = array.addObject();
        node.put("id", control.id());
        node.put("area", control.area().id());
        node.put("severity", control.severity().id());
        node.put("scope", control.scope().id());
        node.put("title", control.title().in(language.code()));
        node.set("codes", JSON.valueToTree(control.codes()));
        node.set("mappings", JSON.valueToTree(control.mappings()));
      }
      try {
        return JSON.writeValueAsString(array);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Shows a control. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show a control with its text, evidence and parameters.",
      footer = {"", "Example: sigillo controls show FORWARDING-01 --lang it"})
  static final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of the control.")
    private String id;

    @Mixin private final LanguageOption language = new LanguageOption();
    @Mixin private final Rules rules = new Rules();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Control control =
          rules
              .all()
              .control(id)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "%s: there is no such control; 'sigillo controls list' shows them"
                              .formatted(id)));
      spec.commandLine().getOut().print(new ControlPage(language.code()).page(control));
      return ExitCode.OK.code();
    }
  }

  /** Runs the cases of a folder of controls. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Compile the controls of a folder and run the cases beside them.",
      footer = {"", "Example: sigillo controls test my-rules"})
  static final class TestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder laid out like rules/.")
    private Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Catalogue catalogue = Rules.own(folder);
      CaseRunner runner = new CaseRunner(catalogue);
      int passed = 0;
      int failed = 0;
      for (Control control : catalogue.controls()) {
        Path cases = folder.resolve(control.area().id()).resolve(control.id() + ".cases.yaml");
        for (CaseRunner.Result result : runner.run(control, cases)) {
          if (result.problem() == null) {
            passed++;
          } else {
            failed++;
            out.printf("%s: %s: %s%n", result.control(), result.name(), result.problem());
          }
        }
      }
      out.printf(
          "%d controls, %d passed, %d failed%n", catalogue.controls().size(), passed, failed);
      return failed == 0 ? ExitCode.OK.code() : ExitCode.USAGE.code();
    }
  }

  /** Generates the page about the catalogue. */
  @Command(
      name = "docs",
      mixinStandardHelpOptions = true,
      description = "Print the page about the catalogue, as Markdown.",
      footer = {"", "Example: sigillo controls docs > controls.md"})
  static final class DocsCommand implements Callable<Integer> {
    @Mixin private final LanguageOption language = new LanguageOption();
    @Mixin private final Rules rules = new Rules();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(new ControlPage(language.code()).all(rules.all()));
      return ExitCode.OK.code();
    }
  }
}
