package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons why evidence is not there. */
final class Lacking {
  private Lacking() {}

  /** Why a property cannot be judged; null when it can. */
  static @Nullable Reason property(Dataset dataset, PropertyPath path, Setting<?> setting) {
    if (setting.known()) {
      return null;
    }
    return setting instanceof Setting.Unreadable<?> unreadable
        ? new Reason(
            Code.PROPERTY_UNREADABLE,
            dataset.id(),
            path.toString(),
            null,
            unreadable.raw(),
            1,
            List.of())
        : new Reason(Code.PROPERTY_ABSENT, dataset.id(), path.toString(), null, null, 1, List.of());
  }

  /** A dataset that was not read in full. */
  static Reason of(DatasetEntry entry) {
    return new Reason(
        Code.DATASET, entry.name(), null, entry.status().name(), entry.reason(), 0, List.of());
  }
}
