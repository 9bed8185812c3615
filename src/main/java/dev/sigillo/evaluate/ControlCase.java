package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case of a control: a snapshot fragment and a policy, and what must come out.
 *
 * @param name what it shows
 * @param snapshot datasets that replace the file's shared ones
 * @param policy policy keys that replace the file's shared ones
 * @param asOf an explicit as-of instant; null for the snapshot's end
 * @param outcome what must come out
 * @param findings findings that must come out, in order; null when the case does not say
 * @param unknown codes of the reasons that must come out; null when the case does not say
 */
record ControlCase(
    String name,
    Map<String, JsonNode> snapshot,
    Map<String, JsonNode> policy,
    @Nullable Instant asOf,
    Outcome outcome,
    @Nullable List<Expected> findings,
    @Nullable List<String> unknown) {

  ControlCase {
    snapshot = snapshot == null ? Map.of() : snapshot;
    policy = policy == null ? Map.of() : policy;
  }

  /** A finding that must come out; null components are not compared. */
  record Expected(
      String subject, String code, @Nullable String observed, @Nullable String expected) {}

  /**
   * A file of cases.
   *
   * @param given datasets all cases share
   * @param policy policy keys all cases share
   * @param asOf end of the snapshot
   * @param cases the cases
   */
  record File(
      Map<String, JsonNode> given,
      Map<String, JsonNode> policy,
      @Nullable Instant asOf,
      List<ControlCase> cases) {

    File {
      given = given == null ? Map.of() : given;
      policy = policy == null ? Map.of() : policy;
    }
  }
}
