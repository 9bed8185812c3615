package dev.sigillo.collect.tenant;

import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets a collection reads from where, in the order in which sources are tried, and why
 * the others are not read. Every dataset of Sigillo is in one list or the other, or is DNS.
 *
 * @param questions what is read
 * @param left what is not, with the reason
 */
public record TenantCollection(List<Question> questions, Map<Dataset, String> left) {

  public TenantCollection {
    questions = List.copyOf(questions);
    left = Map.copyOf(left);
  }

  /**
   * Puts the sources of all services together.
   *
   * @param services questions per service, best service first
   * @param export what an administrator exported, asked last; null for none
   * @param supportedOnly whether only what Microsoft documents for third parties is asked
   * @param logs whether logs of what people did are asked for
   * @param leftOut datasets that an option leaves out, with the option
   */
  public static TenantCollection of(
      List<List<Question>> services,
      @Nullable Snapshot export,
      boolean supportedOnly,
      boolean logs,
      Map<Dataset, String> leftOut) {
    Map<Dataset, List<Source>> sources = new EnumMap<>(Dataset.class);
    Set<Dataset> undocumented = EnumSet.noneOf(Dataset.class);
    for (List<Question> service : services) {
      for (Question question : service) {
        Dataset dataset = question.dataset();
        for (Source source : question.sources()) {
          if (supportedOnly && !source.documented()) {
            undocumented.add(dataset);
          } else {
            sources.computeIfAbsent(dataset, none -> new ArrayList<>()).add(source);
          }
        }
      }
    }
    if (export != null) {
      for (DatasetEntry entry : export.manifest().datasets()) {
        if (entry.status() == Status.COMPLETE || entry.status() == Status.TRUNCATED) {
          Dataset.of(entry.name())
              .ifPresent(
                  dataset ->
                      sources
                          .computeIfAbsent(dataset, none -> new ArrayList<>())
                          .add(new ImportedDataset(export, entry)));
        }
      }
    }
    List<Question> questions = new ArrayList<>();
    Map<Dataset, String> left = new EnumMap<>(Dataset.class);
    for (Dataset dataset : Dataset.values()) {
      List<Source> some = sources.getOrDefault(dataset, List.of());
      String why = why(dataset, some, logs, leftOut.get(dataset), undocumented);
      if (why == null) {
        questions.add(new Question(dataset, some));
      } else if (!dataset.isPublic()) {
        left.put(dataset, why);
      }
    }
    return new TenantCollection(questions, left);
  }

  /** Why a dataset is not read; null when it is. */
  private static @Nullable String why(
      Dataset dataset,
      List<Source> sources,
      boolean logs,
      @Nullable String option,
      Set<Dataset> undocumented) {
    if (option != null) {
      return Note.LEFT_OUT.of(option);
    }
    if (dataset.isLog() && !logs) {
      return Note.LOGS_NOT_ASKED.of();
    }
    if (!sources.isEmpty()) {
      return null;
    }
    return undocumented.contains(dataset)
        ? Note.NOT_DOCUMENTED.of()
        : Note.NOT_A_COMMAND.of("sigillo incident read");
  }
}
