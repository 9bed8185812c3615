package dev.sigillo.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why subjects of a control are unknown.
 *
 * @param code what is missing
 * @param dataset dataset concerned, or name of the declaration or effective state
 * @param property property concerned
 * @param status status of the dataset
 * @param detail the service's or the collector's own words, language as they came
 * @param subjects how many subjects it makes unknown; 0 when it concerns the whole list
 * @param examples names of the first of them
 */
public record Reason(
    Code code,
    String dataset,
    @Nullable String property,
    @Nullable String status,
    @Nullable String detail,
    long subjects,
    List<String> examples) {

  /** What is missing. */
  public enum Code {
    /** The dataset is not complete. */
    DATASET,
    /** A row lacks a property. */
    PROPERTY_ABSENT,
    /** A row holds a property in a form that cannot be read. */
    PROPERTY_UNREADABLE,
    /** A mailbox or group has no line: nobody asked. */
    NOT_ASKED,
    /** A mailbox or group did not answer. */
    NO_ANSWER,
    /** Settings overlap in a way that cannot be resolved from what is known. */
    UNRESOLVED,
    /** A question to DNS has no answer; the detail says which and why. */
    NO_DNS_ANSWER,
    /** The policy makes no such declaration. */
    NOT_DECLARED,
    /** The list of subjects may be incomplete. */
    LIST_INCOMPLETE,
    /** The log served is shorter than the control needs. */
    LOG_WINDOW,
    /** What it tells of ended longer before the as-of date than the control allows. */
    TOO_OLD
  }

  public Reason {
    examples = List.copyOf(examples);
  }
}
