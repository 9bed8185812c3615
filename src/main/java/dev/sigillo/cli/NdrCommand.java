package dev.sigillo.cli;

import dev.sigillo.incident.ndr.Bounce;
import dev.sigillo.incident.ndr.BounceSink;
import dev.sigillo.incident.ndr.NdrReader;
import dev.sigillo.incident.ndr.NdrTally;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What delivery reports say, per recipient. */
@Command(
    name = "ndr",
    mixinStandardHelpOptions = true,
    description = {
      "Read delivery reports (NDRs, bounces) and say for each recipient why the message was refused,"
          + " which address was refused, and which block list was named.",
      "No subject and no text of a message is printed. A file that cannot be read gets a sentence,"
          + " and the others are read."
    },
    footer = {"", "Example: sigillo incident ndr bounces.zip Maildir --format csv > bounces.csv"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class NdrCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Messages (.eml), mbox files, Maildirs, folders, ZIP files of them.")
  private List<Path> paths;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json (one object per recipient and message, a line each) or csv.")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UsageException(
            "'%s' does not exist; allowed: a file or folder with delivery reports"
                .formatted(Shown.words(path.toString())));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (format == Format.CSV) {
      out.print(NdrCsv.head());
    }
    Consumer<Bounce> print =
        switch (format) {
          case TEXT -> bounce -> NdrText.print(out, bounce);
          case JSON -> bounce -> out.println(NdrJson.of(bounce));
          case CSV -> bounce -> out.print(NdrCsv.row(bounce));
        };
    NdrTally tally = NdrReader.read(paths, sink(print, err));
    if (format == Format.TEXT) {
      out.println(NdrText.summary(tally));
    }
    return tally.messages() == 0 ? ExitCode.USAGE.code() : ExitCode.OK.code();
  }

  private static BounceSink sink(Consumer<Bounce> print, PrintWriter err) {
    return new BounceSink() {
      @Override
      public void bounce(Bounce bounce) {
        print.accept(bounce);
      }

      @Override
      public void refused(String sentence) {
        err.println(Shown.words(sentence));
      }
    };
  }
}
