package dev.sigillo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When mail bounces. */
@Command(
    name = "incident",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "When mail comes back: what delivery reports, traces, others' reports and block lists say.",
    subcommands = {
      NdrCommand.class,
      IncidentReadCommand.class,
      CheckIpCommand.class,
      IncidentDossierCommand.class
    })
final class IncidentCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  IncidentCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
