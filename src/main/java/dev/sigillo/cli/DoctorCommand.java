package dev.sigillo.cli;

import dev.sigillo.collect.signin.Diagnosis;
import dev.sigillo.collect.signin.Doctor;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what an identity may read before anything is read. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = {
      "Say what an identity may read of a tenant, and which controls stay unknown without the rest.",
      "It asks for tokens, for the list of cmdlets and for the identity's own roles, and for nothing else."
    },
    footer = {
      "",
      "Examples:",
      "  sigillo doctor --tenant contoso.com --set-up",
      "  sigillo doctor --tenant contoso.com --client-id ID --certificate sigillo.pem"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything about settings can be read",
      "2:something is missing, or nobody could sign in"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {
  @Mixin private final SignInOptions options = new SignInOptions();

  @Option(names = "--format", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--set-up",
      description =
          "Print the commands that create a least-privileged application, and ask nobody anything.")
  private boolean setUp;

  @Option(names = "--logs", description = "With --set-up: for message traces too.")
  private boolean logs;

  @Spec private CommandSpec spec;

  /** For whom it is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (setUp) {
      SetUpCommands commands = new SetUpCommands(options.tenant(), logs);
      out.print(commands.powerShell());
      out.println();
      out.print(commands.roleGroup());
      out.println();
      out.print(commands.azureCli());
      return ExitCode.OK.code();
    }
    Session session = options.open(spec.commandLine().getErr(), Clock.systemUTC());
    Doctor doctor =
        new Doctor(session.cloud(), session.signIn(), session.network(), session.faster());
    DoctorReport report = new DoctorReport(diagnose(doctor), new Rules().bundled().controls());
    if (format == Format.JSON) {
      report.json(out);
    } else {
      report.text(out);
      if (!report.fine()) {
        out.println();
        out.println(
            "Commands that create an application with all of it: sigillo doctor --set-up --tenant "
                + options.tenant());
      }
    }
    return report.fine() ? ExitCode.OK.code() : ExitCode.USAGE.code();
  }

  private static Diagnosis diagnose(Doctor doctor) {
    try {
      return doctor.diagnose();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("stopped");
    }
  }
}
