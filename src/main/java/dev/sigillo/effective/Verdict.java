package dev.sigillo.effective;

import dev.sigillo.effective.Layer.Effect;
import java.util.List;

/** What becomes of a forward once every layer has had its say. */
public enum Verdict {
  /** It stays inside the organisation, so no layer looks at it. */
  INTERNAL,
  /** At least one layer stops it. */
  BLOCKED,
  /** Nothing stops it but the service's own choice, which the tenant does not make. */
  AUTOMATIC,
  /** Nothing stops it. */
  OPEN,
  /** Not enough is known. */
  UNRESOLVED;

  static Verdict of(List<Layer> layers) {
    if (any(layers, Effect.STOPS)) {
      return BLOCKED;
    }
    if (any(layers, Effect.UNKNOWN)) {
      return UNRESOLVED;
    }
    return any(layers, Effect.AUTOMATIC) ? AUTOMATIC : OPEN;
  }

  private static boolean any(List<Layer> layers, Effect effect) {
    return layers.stream().anyMatch(layer -> layer.effect() == effect);
  }
}
