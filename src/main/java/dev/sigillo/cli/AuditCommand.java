package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.policy.Policy;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotCopy;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole way from a snapshot to the report. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = {
      "Collect a tenant, or take a snapshot of one, judge it, and write the report.",
      "All other options of 'sigillo collect' can be given here too.",
      "With --redact the folder names nobody: no remediation script, and the snapshot of a tenant that"
          + " is collected stands beside it, as DIR-snapshot.zip."
    },
    footer = {
      "",
      "Examples: sigillo audit --demo --out demo",
      "          sigillo audit --snapshot tenant.zip --policy policy.yaml --out audit",
      "          sigillo audit --tenant ID --client-id ID --certificate app.pem --out a"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AuditCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true)
  private @Nullable Source source;

  /** What to audit. */
  static final class Source {
    @Option(
        names = "--demo",
        description =
            "Audit a made-up tenant, Esempio S.p.A., by its own policy unless another is named.")
    private boolean demo;

    @Option(
        names = "--snapshot",
        paramLabel = "SNAPSHOT",
        description = "A snapshot's ZIP or folder.")
    private @Nullable Path snapshot;

    @Option(
        names = "--simulate",
        paramLabel = "SCENARIO",
        description =
            "Collect and audit a simulated tenant: clean, esempio, faulty, hostile, million, neglected, or a scenario's file.")
    private @Nullable String scenario;
  }

  @Mixin private final SignInOptions signIn = new SignInOptions();
  @Mixin private final TenantOptions tenant = new TenantOptions();
  @Mixin private final ResolverOptions resolvers = new ResolverOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for audit.pdf and everything beside it.")
  private Path out;

  @Option(
      names = "--csv-separator",
      paramLabel = "CHAR",
      description = "Separator in findings.csv (default: ; in Italian, a comma in English).")
  private @Nullable String separator;

  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final RedactOptions redact = new RedactOptions();
  @Mixin private final Judging judging = new Judging();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Character separates = separator();
    AuditFolder folder = new AuditFolder(out, redact.checked(out));
    AuditResults results = new AuditResults(folder, language.code(), separates, spec);
    Assessment judged =
        folder.redacted()
            ? results.redacted(json -> judged(folder, json), redact)
            : results.named(json -> judged(folder, json));
    if (!folder.redacted() || collects()) {
      String names = folder.redacted() ? " (with names)" : "";
      spec.commandLine().getOut().println("Snapshot:    " + folder.snapshot() + names);
    }
    return demo() ? ExitCode.OK.code() : ExitCode.of(judged).code();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** A quote or a line break would end a cell early and so change what a reader sees. */
  private @Nullable Character separator() {
    if (separator == null) {
      return null;
    }
    if (separator.length() != 1 || "\"\r\n".contains(separator)) {
      throw new UsageException(
          "--csv-separator: allowed is one character that is no quote and no line break,"
              + " such as ; or ,");
    }
    return separator.charAt(0);
  }

  private boolean demo() {
    return source != null && source.demo;
  }

  /** Whether a tenant is read, and not a snapshot that is there already. */
  private boolean collects() {
    return source == null || source.scenario != null;
  }

  private Assessment judged(AuditFolder folder, Path json) {
    if (source == null && !signIn.given()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to audit; allowed: --demo, --snapshot SNAPSHOT, --simulate SCENARIO or --tenant ID");
    }
    if (source == null) {
      Path snapshot = folder.snapshot();
      Clock clock = Clock.systemUTC();
      Session session = signIn.open(err(), clock);
      collect(session, clock, snapshot, judging.policy(null));
      return judge(snapshot, folder, json, null);
    }
    if (signIn.given()) {
      throw new ParameterException(
          spec.commandLine(),
          "--tenant is a tenant to collect; leave the snapshot out, or the tenant");
    }
    if (source.scenario != null) {
      Path snapshot = folder.snapshot();
      try (Simulation simulation = Simulation.start(source.scenario)) {
        collect(
            simulation.session(),
            simulation.clock(),
            snapshot,
            judging.policy(simulation.policy()));
        return judge(snapshot, folder, json, simulation.policy());
      }
    }
    return source.snapshot == null
        ? judgeDemo(folder, json)
        : judge(source.snapshot, folder, json, null);
  }

  private void collect(Session session, Clock clock, Path snapshot, Policy policy) {
    session.mustBeTenantOf(policy);
    try (Recording recording = resolvers.recording(clock, session.dns())) {
      new TenantCollecting(session, tenant.wish(), clock, err(), judging.quiet())
          .collect(snapshot, tenant.resume(), recording, DnsOptions.selectors(policy));
      Unanswered.notes(recording).forEach(err()::println);
    }
  }

  private Assessment judgeDemo(AuditFolder audit, Path json) {
    try {
      Path folder = Files.createTempDirectory("sigillo-demo");
      Path demo = folder.resolve("esempio.zip");
      try {
        Demo.copySnapshot(demo);
        return judge(demo, audit, json, Demo.policy());
      } finally {
        Files.deleteIfExists(demo);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the demo cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** Judges first, so that a mistake leaves nothing behind; then keeps the snapshot. */
  private Assessment judge(Path from, AuditFolder folder, Path json, @Nullable String policy) {
    try (Snapshot opened = Snapshots.open(from)) {
      Assessment judged = judging.judge(opened, json, err(), policy);
      if (!folder.redacted()
          && (!Files.exists(folder.snapshot()) || !Files.isSameFile(from, folder.snapshot()))) {
        SnapshotCopy.write(opened, from, folder.snapshot());
      }
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
