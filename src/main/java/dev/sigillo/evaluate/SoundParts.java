package dev.sigillo.evaluate;

import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.PropertyPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which datasets answer of a mailbox all that any control asks of them. Looked at once for each
 * mailbox, it spares each control to look again.
 */
final class SoundParts {
  private final Map<Dataset, Need> asked = new EnumMap<>(Dataset.class);

  SoundParts(Iterable<Need> needs) {
    Map<Dataset, Map<String, PropertyPath>> paths = new EnumMap<>(Dataset.class);
    for (Need need : needs) {
      Map<String, PropertyPath> own = paths.computeIfAbsent(need.dataset(), k -> new TreeMap<>());
      need.paths().forEach(path -> own.put(path.toString().toLowerCase(Locale.ROOT), path));
    }
    paths.forEach(
        (dataset, own) ->
            asked.put(
                dataset,
                new Need(dataset, new ArrayList<>(own.values()), null, null, null, false)));
  }

  /** The datasets of which nothing is missing for a mailbox. */
  Set<Dataset> of(Mailbox mailbox, MailboxEvidence evidence) {
    Set<Dataset> sound = EnumSet.noneOf(Dataset.class);
    asked.forEach(
        (dataset, need) -> {
          if (evidence.of(need, mailbox) == null) {
            sound.add(dataset);
          }
        });
    return sound;
  }

  /** The needs of a plan that concern single mailboxes. */
  static List<Need> of(EvidencePlan plan) {
    return plan.groups().stream()
        .flatMap(group -> group.options().stream())
        .flatMap(List::stream)
        .filter(need -> need.dataset().keyed() == Dataset.Keyed.BY_MAILBOX)
        .toList();
  }
}
