package dev.sigillo.cli;

import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyCheck;
import dev.sigillo.policy.PolicyLoader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about policies. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Check policies.",
    footer = {"", "Example: sigillo policy check policy.yaml"},
    subcommands = PolicyCommand.CheckCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing; allowed: check");
  }

  /** Checks a policy. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Read a policy strictly and say what it does.",
      footer = {"", "Example: sigillo policy check policy.yaml"})
  static final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A policy, or a bundled one's name.")
    private String file;

    @Mixin private final Rules rules = new Rules();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      var controls = rules.all().controls();
      Policy policy = PolicyLoader.load(file, controls);
      PolicyCheck.describe(policy, controls, LocalDate.now(policy.timeZone()))
          .forEach(out::println);
      return ExitCode.OK.code();
    }
  }
}
