package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Dataset.Keyed;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.PersonalText;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the datasets of a tenant into a snapshot. Each goes to its own spool first; a run that was
 * stopped, by whatever, goes on where it was, and the snapshot is the one that an uninterrupted run
 * would have written, but for the times.
 */
public final class Collection {
  private final Options options;
  private final Clock clock;
  private final Watcher watcher;

  /**
   * What is collected how.
   *
   * @param target the snapshot to write
   * @param resume whether an interrupted run may be gone on with
   * @param origin live, or simulated
   * @param texts words of people's own that are kept
   * @param asked tenant and options by name, which a run that goes on has to have in common
   */
  public record Options(
      Path target,
      boolean resume,
      Origin origin,
      Set<PersonalText> texts,
      Map<String, String> asked) {
    public Options {
      texts = Set.copyOf(texts);
      asked = Map.copyOf(asked);
    }
  }

  /** Is told how the collection goes. */
  public interface Watcher {
    /** A dataset is so far; total 0 when not known. */
    void at(Dataset dataset, long done, long total);

    /** A dataset ended. */
    void ended(Dataset dataset, Status status, @Nullable String reason);
  }

  /** Datasets that go straight into the snapshot when everything else is there. */
  public interface Last {
    /** Gives a folder in which an interrupted run finds again what is kept there. */
    default void keepIn(Path folder) {}

    /** Writes them. */
    void write(SnapshotWriter writer, Collected collected) throws InterruptedException;
  }

  /** A collection to run. */
  public Collection(Options options, Clock clock, Watcher watcher) {
    this.options = options;
    this.clock = clock;
    this.watcher = watcher;
  }

  /**
   * Runs, or goes on.
   *
   * @param questions the datasets to read
   * @param reasons of datasets that are not asked about: why not
   * @param last writes what is not spooled
   * @param header of the manifest, given start and end
   * @return the snapshot's digest
   * @throws InterruptedException when it was stopped; what was read is kept
   */
  public String run(
      List<Question> questions,
      Map<Dataset, String> reasons,
      Last last,
      BiFunction<Instant, Instant, ManifestHeader> header)
      throws InterruptedException {
    Partial.Run wanted = new Partial.Run(clock.instant(), options.asked());
    Partial partial = Partial.open(options.target(), options.resume(), wanted);
    try (partial) {
      Map<Dataset, Reading> readings =
          Readings.all(questions, (question, needed) -> read(question, partial, needed));
      Collected everything = new Collected(readings, EnumSet.allOf(Dataset.class));
      try (SnapshotWriter writer = SnapshotWriter.create(options.target())) {
        for (Map.Entry<Dataset, Reading> one : readings.entrySet()) {
          write(writer, everything, one.getKey(), one.getValue());
        }
        for (Map.Entry<Dataset, String> one : reasons.entrySet()) {
          writer.without(DatasetEntry.skipped(one.getKey().id(), options.origin(), one.getValue()));
        }
        last.keepIn(partial.folder());
        last.write(writer, everything);
        String digest = writer.finish(header.apply(partial.start(), clock.instant()));
        partial.delete();
        return digest;
      }
    }
  }

  private Reading read(Question question, Partial partial, Map<Dataset, Reading> needed)
      throws InterruptedException {
    Dataset dataset = question.dataset();
    Path file = partial.file(dataset);
    try (Answers answers = new Answers(file, dataset, options.texts())) {
      SpoolLine.Ended known = answers.ended();
      SpoolLine.Ended ended =
          known != null && known.ending().read() ? known : goOn(question, answers, needed);
      watcher.ended(dataset, ended.ending().status(), ended.ending().reason());
      return new Reading(file, ended, answers.rows(), answers.withheld());
    }
  }

  /** Goes on where an interrupted run was; what had failed begins again. */
  private SpoolLine.Ended goOn(Question question, Answers answers, Map<Dataset, Reading> needed)
      throws InterruptedException {
    if (answers.ended() != null) {
      answers.restart();
    }
    SpoolLine.Ended ended =
        readFromSources(question, answers, new Collected(needed, question.needs()));
    answers.end(ended);
    return ended;
  }

  /** What the first source says that answers at all; else how the first refused. */
  private SpoolLine.Ended readFromSources(Question question, Answers answers, Collected earlier)
      throws InterruptedException {
    SpoolLine.@Nullable Ended first = null;
    for (int i = 0; i < question.sources().size(); i++) {
      Source source = question.sources().get(i);
      Instant start = clock.instant();
      answers.readBy(i);
      Ending ending = read(source, answers, earlier);
      SpoolLine.Ended ended =
          new SpoolLine.Ended(
              source.origin(options.origin()),
              source.service(),
              source.request(),
              ending,
              start,
              clock.instant());
      if (ending.read()) {
        return ended;
      }
      first = first == null ? ended : first;
    }
    if (first == null) {
      throw new IllegalArgumentException(question.dataset() + " has no source");
    }
    answers.restart();
    return first;
  }

  private Ending read(Source source, Answers answers, Collected earlier)
      throws InterruptedException {
    Dataset dataset = answers.dataset();
    try {
      Ending ending =
          source.read(answers, earlier, (done, total) -> watcher.at(dataset, done, total));
      boolean unlikely =
          ending.status() == Status.COMPLETE && dataset.neverEmpty() && answers.rows() == 0;
      return unlikely ? Ending.of(Status.FAILED, Note.NO_ROWS.of()) : ending;
    } catch (ServiceException e) {
      return Ending.of(e.status(), e.reason());
    }
  }

  private void write(SnapshotWriter writer, Collected collected, Dataset dataset, Reading reading)
      throws InterruptedException {
    SpoolLine.Ended ended = reading.ended();
    Ending ending = ended.ending();
    Long total = ending.total();
    Status mailboxes = collected.status(Dataset.MAILBOX);
    boolean listed = mailboxes == Status.COMPLETE || mailboxes == Status.TRUNCATED;
    if (total == null && dataset.keyed() == Keyed.BY_MAILBOX && listed) {
      total = (long) collected.count(Dataset.MAILBOX);
    }
    DatasetEntry entry =
        new DatasetEntry(
            dataset.id(),
            ended.origin(),
            ended.service(),
            ended.request(),
            ending.status(),
            ending.reason(),
            0,
            null,
            dataset.keyed() == Keyed.NO ? null : total,
            ending.window(),
            reading.withheld(),
            ending.requestIds(),
            ending.serviceDate(),
            null,
            ended.start(),
            ended.end());
    if (!ending.read()) {
      writer.without(entry);
      return;
    }
    DatasetWriter lines = writer.dataset(dataset.id());
    collected.lines(
        dataset,
        line -> {
          if (line.key() == null) {
            lines.row(Objects.requireNonNull(line.row()));
          } else if (line.row() != null) {
            lines.row(line.key(), line.row());
          } else if (line.error() != null) {
            lines.error(line.key(), line.error());
          } else {
            lines.empty(line.key());
          }
        });
    lines.end(entry);
  }
}
