package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.PolicyFiles;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.collect.signin.Identity;
import dev.sigillo.collect.tenant.Access;
import dev.sigillo.collect.tenant.TenantDns;
import dev.sigillo.collect.tenant.TenantReader;
import dev.sigillo.collect.tenant.Wish;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;

/** Collects a tenant that somebody is signed in to, its DNS among the rest. */
final class TenantCollecting {
  private final Session session;
  private final Wish wish;
  private final Clock clock;
  private final PrintWriter err;
  private final boolean quiet;

  TenantCollecting(Session session, Wish wish, Clock clock, PrintWriter err, boolean quiet) {
    this.session = session;
    this.wish = wish;
    this.clock = clock;
    this.err = err;
    this.quiet = quiet;
  }

  /**
   * Collects into a file.
   *
   * @param resume whether an interrupted collection into the same file may be gone on with
   * @param dns with nothing asked yet
   * @param selectors DKIM selectors to look for besides the tenant's own
   */
  void collect(Path target, boolean resume, Recording dns, Set<String> selectors) {
    Identity identity = session.signIn().identity(session.cloud().graph());
    Access access =
        new Access(
            session.signIn().tenantId(),
            session.cloud(),
            session.network(),
            session.signIn().credential(),
            identity.name(),
            session.signIn().rights(),
            session.origin(),
            session.faster());
    Thread hint = new Thread(() -> sayHowToResume(target));
    Runtime.getRuntime().addShutdownHook(hint);
    try {
      new TenantReader(access, wish, Version.current(), clock)
          .read(target, resume, new Watchers(dns, selectors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("stopped; go on with --resume");
    } finally {
      unhook(hint);
    }
  }

  private static void unhook(Thread hint) {
    try {
      Runtime.getRuntime().removeShutdownHook(hint);
    } catch (IllegalStateException e) {
      // The process is ending, and the hint was given.
    }
  }

  private void sayHowToResume(Path target) {
    err.printf("%nStopped. What was read is kept beside %s; go on with --resume.%n", target);
    err.flush();
  }

  /** The policy servers of a simulated tenant are elsewhere. */
  private UnaryOperator<URI> route() {
    SimulatedEndpoints simulated = session.simulated();
    String base = simulated == null ? null : simulated.policies();
    return base == null
        ? url -> url
        : url -> URI.create(base + "/" + url.getHost() + url.getPath());
  }

  private final class Watchers implements TenantReader.Watchers {
    private final Recording dns;
    private final Set<String> selectors;

    Watchers(Recording dns, Set<String> selectors) {
      this.dns = dns;
      this.selectors = selectors;
    }

    @Override
    public TenantReader.Watching start(int datasets) {
      CollectionProgress progress =
          new CollectionProgress(err, quiet, Ansi.AUTO.enabled(), datasets, System::nanoTime);
      TenantDns last =
          new TenantDns(
              new DnsRequest(new TreeSet<>(), selectors, Map.of()),
              dns,
              new PolicyFiles(session.network().httpClient(), route(), clock),
              clock,
              session.origin(),
              progress,
              err::println);
      return new TenantReader.Watching() {
        @Override
        public Collection.Watcher datasets() {
          return progress;
        }

        @Override
        public Collection.Last last() {
          return last;
        }

        @Override
        public void close() {
          progress.close();
        }
      };
    }
  }
}
