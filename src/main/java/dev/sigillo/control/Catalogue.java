package dev.sigillo.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set of controls with their judgements.
 *
 * @param version version of the catalogue
 * @param digest SHA-256 over every file, in order of name
 * @param controls in order of id
 * @param rules DRL text per control id
 */
public record Catalogue(
    String version, String digest, List<Control> controls, Map<String, String> rules) {

  public Catalogue {
    controls = List.copyOf(controls);
    rules = Map.copyOf(rules);
  }

  /** The control of that id, whatever its case. */
  public Optional<Control> control(String id) {
    return controls.stream().filter(c -> c.id().equalsIgnoreCase(id)).findFirst();
  }
}
