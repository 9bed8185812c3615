package dev.sigillo.collect.dns;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Collects what DNS, and the web servers that DNS names, say about domains. */
public final class DnsCollector {
  /** Domains under way at once; their questions share the recording's own limit. */
  private static final int DOMAINS = 16;

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** Domains asked about so far; may be called by several threads. */
    void domains(long done, long total);
  }

  /** When collection began and ended. */
  public record Span(Instant start, Instant end) {}

  private final DnsRequest request;
  private final Recording dns;
  private final PolicyFiles files;
  private final InstantSource clock;
  private final SortedMap<String, FetchedPolicy> policies = new ConcurrentSkipListMap<>();

  /**
   * Asks nothing yet.
   *
   * @param dns nothing asked yet; it stays open
   */
  public DnsCollector(DnsRequest request, Recording dns, PolicyFiles files, InstantSource clock) {
    this.request = request;
    this.dns = dns;
    this.files = files;
    this.clock = clock;
  }

  /** Asks everything and writes the datasets {@code dns/answers} and {@code web/mtaStsPolicy}. */
  Span write(SnapshotWriter writer, Progress progress) {
    return write(writer, Origin.LIVE, progress);
  }

  /** The same, of answers of another origin. */
  public Span write(SnapshotWriter writer, Origin origin, Progress progress) {
    Instant start = clock.instant();
    ask(progress);
    Instant end = clock.instant();
    DatasetWriter answers = writer.dataset(Dataset.DNS_ANSWER.id());
    dns.drain(answers::row);
    answers.end(
        entry(
            Dataset.DNS_ANSWER,
            origin,
            String.join(", ", dns.servers()),
            "%d questions about %d domains".formatted(dns.size(), request.domains().size()),
            shortage(),
            start,
            end));
    DatasetWriter files = writer.dataset(Dataset.MTA_STS_POLICY.id());
    policies.values().forEach(policy -> files.row(policy.row()));
    files.end(
        entry(
            Dataset.MTA_STS_POLICY,
            origin,
            "web servers of the domains",
            "GET https://mta-sts.DOMAIN/.well-known/mta-sts.txt",
            null,
            start,
            end));
    return new Span(start, end);
  }

  /** Asks everything; the recording then knows all that the analyses ask. */
  public void ask(Progress progress) {
    DomainQuestions questions = new DomainQuestions(dns, request);
    Iterator<String> domains = request.domains().iterator();
    AtomicLong done = new AtomicLong();
    ExecutorService workers = Executors.newFixedThreadPool(DOMAINS);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < DOMAINS; i++) {
        running.add(
            CompletableFuture.runAsync(
                () -> {
                  for (String domain = next(domains); domain != null; domain = next(domains)) {
                    if (questions.ask(domain)) {
                      policies.put(domain, files.fetch(domain));
                    }
                    progress.domains(done.incrementAndGet(), request.domains().size());
                  }
                },
                workers));
      }
      running.forEach(CompletableFuture::join);
      dns.settle();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      workers.shutdownNow();
    }
  }

  /** The policy file of a domain that has an MTA-STS record. */
  public Optional<FetchedPolicy> policy(String domain) {
    return Optional.ofNullable(policies.get(domain));
  }

  private static @Nullable String next(Iterator<String> domains) {
    synchronized (domains) {
      return domains.hasNext() ? domains.next() : null;
    }
  }

  /** Why not every question was put to a server that answers; null when it was. */
  private @Nullable String shortage() {
    int unanswered = dns.unanswered().values().stream().mapToInt(Integer::intValue).sum();
    if (unanswered == dns.size()) {
      return Note.DNS_SILENT.of();
    }
    List<String> silent = dns.givenUp();
    return silent.size() < dns.servers().size()
        ? null
        : Note.DNS_STOPPED.of(String.join(", ", silent));
  }

  private static DatasetEntry entry(
      Dataset dataset,
      Origin origin,
      String source,
      String call,
      @Nullable String reason,
      Instant start,
      Instant end) {
    return new DatasetEntry(
        dataset.id(),
        origin,
        source,
        call,
        reason == null ? Status.COMPLETE : Status.TRUNCATED,
        reason,
        0,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        start,
        end);
  }
}
