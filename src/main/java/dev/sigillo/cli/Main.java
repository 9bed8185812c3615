package dev.sigillo.cli;

import dev.sigillo.assessment.AssessmentException;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.signin.SignInException;
import dev.sigillo.control.CatalogueException;
import dev.sigillo.evaluate.EvaluationException;
import dev.sigillo.evaluate.RuleException;
import dev.sigillo.policy.PolicyException;
import dev.sigillo.simulator.tenant.ScenarioException;
import dev.sigillo.snapshot.SnapshotException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "sigillo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Audits how safely a Microsoft 365 tenant sends mail. It reads, and never changes, a tenant.",
    footer = {"", "Try it: sigillo audit --demo --out demo"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:unexpected error",
      "2:wrong usage, or an input file that cannot be used",
      "4:a control fails at or above the policy's fail level",
      "5:too little of the evidence was read (policy's minCoverage)"
    },
    subcommands = {
      AuditCommand.class,
      CollectCommand.class,
      ImportCommand.class,
      EvaluateCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      PurgeCommand.class,
      DoctorCommand.class,
      DnsCommand.class,
      IncidentCommand.class,
      ControlsCommand.class,
      PolicyCommand.class,
      SimulateCommand.class
    })
public final class Main implements Runnable {
  private static final Set<String> SHOWN =
      Set.of(
          "--tenant",
          "--client-id",
          "--certificate",
          "--policy",
          "--quiet",
          "--verbose",
          "--help",
          "--version");

  @SuppressWarnings("UnusedVariable") // looked for in the arguments when something goes wrong
  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Stack traces with errors.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  Main() {}

  /** Runs and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    System.exit(run(out, err, args));
  }

  /** Runs without ending the process. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler(Main::explain);
    Map<String, CommandLine> commands = line.getSubcommands();
    hide(
        Objects.requireNonNull(commands.get("audit")).getCommandSpec(),
        Objects.requireNonNull(commands.get("collect")).getCommandSpec());
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  /**
   * An audit takes all options of a collection; its help shows the first few and names the rest.
   */
  private static void hide(CommandSpec audit, CommandSpec collect) {
    for (OptionSpec option : collect.options()) {
      OptionSpec same = audit.findOption(option.longestName());
      if (same != null && !SHOWN.contains(option.longestName())) {
        audit.remove(same);
        audit.addOption(OptionSpec.builder(same).hidden(true).build());
      }
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Wrong usage gets a sentence and the way to the help, not the whole help. */
  private static int misused(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    line.getErr()
        .printf("%s%nTry '%s --help'.%n", e.getMessage(), line.getCommandSpec().qualifiedName());
    return ExitCode.USAGE.code();
  }

  /** A user's mistake gets its sentence; anything else is a bug and says so. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    boolean verbose = parsed.originalArgs().contains("--verbose");
    if (e instanceof SnapshotException
        || e instanceof PolicyException
        || e instanceof CatalogueException
        || e instanceof RuleException
        || e instanceof EvaluationException
        || e instanceof AssessmentException
        || e instanceof ScenarioException
        || e instanceof ServiceException
        || e instanceof SignInException
        || e instanceof UsageException) {
      err.println(e.getMessage());
      if (verbose) {
        e.printStackTrace(err);
      }
      return ExitCode.USAGE.code();
    }
    if (e instanceof UncheckedIOException) {
      err.println(e.getMessage());
    } else {
      err.println(
          "Unexpected error, please report it: " + e + (verbose ? "" : " (--verbose shows more)"));
    }
    if (verbose) {
      e.printStackTrace(err);
    }
    return ExitCode.UNEXPECTED.code();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
