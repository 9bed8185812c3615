package dev.sigillo.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was observed and should be otherwise. Language-neutral: the sentence comes from
 * the control's text.
 *
 * @param id stable: control, then a hash of key, code and row
 * @param subject the name people know
 * @param key the subject's stable key
 * @param code names the sentence in the control
 * @param observed what was seen
 * @param expected what is required
 * @param evidence the rows it rests on
 * @param waiver index of the live waiver in the policy's list; null when not waived
 */
public record Finding(
    String id,
    String subject,
    String key,
    String code,
    String observed,
    String expected,
    List<Row> evidence,
    @Nullable Integer waiver) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /**
   * A row of the snapshot.
   *
   * @param dataset dataset's name
   * @param line line in its file, from 1
   * @param id the row's own key
   */
  public record Row(String dataset, long line, String id) {}
}
