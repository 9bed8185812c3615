package dev.sigillo.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The digest over outcomes, findings and score alone: equal in draft and final, it proves that
 * responses and engagement changed no result.
 */
public final class ResultsDigest {
  private final MessageDigest sha = AssessmentJson.sha256();

  /** Takes a control's outcome in, before its findings. */
  public void control(ControlResult result) {
    put(
        Arrays.asList(
            result.id(),
            result.outcome(),
            result.severity(),
            result.good(),
            result.bad(),
            result.waived(),
            result.unknown(),
            result.listIncomplete(),
            result.earned()));
  }

  /** Takes a finding of the last control in. */
  public void finding(Finding finding) {
    put(finding);
  }

  /** Takes the score in and ends: lower-case hexadecimal SHA-256. */
  public String end(Score score) {
    put(score);
    return HexFormat.of().formatHex(sha.digest());
  }

  private void put(Object value) {
    try {
      sha.update(AssessmentJson.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result cannot be written as JSON", e);
    }
  }
}
