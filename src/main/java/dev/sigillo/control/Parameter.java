package dev.sigillo.control;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of a control that a policy may change.
 *
 * @param type what it holds
 * @param defaultValue when no policy says otherwise
 * @param why why an organisation would change it
 */
public record Parameter(Type type, JsonNode defaultValue, Text why) {
  /** What a parameter holds. */
  public enum Type {
    INTEGER,
    BOOLEAN,
    STRING,
    STRINGS
  }
}
