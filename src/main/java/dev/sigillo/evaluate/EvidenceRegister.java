package dev.sigillo.evaluate;

import dev.sigillo.assessment.Assessment.EvidenceEntry;
import dev.sigillo.assessment.Assessment.ReadHost;
import dev.sigillo.assessment.Assessment.SnapshotInfo;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Manifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The evidence as the assessment records it: the manifest, and which controls rest on what. */
final class EvidenceRegister {
  private final Evaluation evaluation;

  EvidenceRegister(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  SnapshotInfo describe() {
    Manifest manifest = evaluation.request().snapshot().manifest();
    Map<String, TreeSet<String>> needed = new TreeMap<>();
    for (Bench.Judge judge : evaluation.judges()) {
      for (Dataset dataset : judge.plan().datasets(evaluation.check()::asked)) {
        needed.computeIfAbsent(dataset.id(), k -> new TreeSet<>()).add(judge.control().id());
      }
    }
    Map<String, DatasetEntry> entries =
        manifest.datasets().stream()
            .collect(Collectors.toMap(DatasetEntry::name, e -> e, (a, b) -> a, TreeMap::new));
    needed
        .keySet()
        .forEach(
            name ->
                entries.computeIfAbsent(name, k -> DatasetEntry.skipped(k, manifest.origin(), "")));
    return new SnapshotInfo(
        evaluation.request().snapshot().digest(),
        manifest.origin().name(),
        manifest.schemaVersion(),
        manifest.toolVersion(),
        manifest.tenantId(),
        manifest.tenantName(),
        manifest.initialDomain(),
        manifest.collectedBy(),
        manifest.start(),
        manifest.end(),
        manifest.hosts().stream().map(h -> new ReadHost(h.host(), h.issuer())).toList(),
        manifest.rights(),
        SettingsCoverage.of(evaluation.judges(), evaluation.check()),
        entries.values().stream()
            .map(e -> entry(e, List.copyOf(needed.getOrDefault(e.name(), new TreeSet<>()))))
            .toList());
  }

  private static EvidenceEntry entry(DatasetEntry e, List<String> controls) {
    LogWindow window = e.window();
    return new EvidenceEntry(
        e.name(),
        e.origin().name(),
        e.source(),
        e.request(),
        e.status().name(),
        e.reason(),
        e.rows(),
        e.covered(),
        e.total(),
        window == null ? null : window.askedFrom(),
        window == null ? null : window.askedTo(),
        window == null ? null : window.servedFrom(),
        window == null ? null : window.servedTo(),
        e.withheld(),
        e.requestIds(),
        e.sha256(),
        e.start(),
        e.end(),
        controls);
  }
}
