package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Question;
import java.util.List;

/**
 * An MTA-STS policy (RFC 8461 section 3.2).
 *
 * @param mode what senders do when a host is not covered or TLS fails
 * @param maxAge seconds that senders may keep it
 * @param patterns names of hosts that may take the mail; {@code *.} stands for exactly one label
 */
public record StsPolicy(Mode mode, long maxAge, List<String> patterns) {

  /** What senders do. */
  public enum Mode {
    /** They do not deliver. */
    ENFORCE,
    /** They deliver, and report. */
    TESTING,
    /** They act as if there were no policy. */
    NONE
  }

  public StsPolicy {
    patterns = List.copyOf(patterns);
  }

  /** Whether a host may take the mail (section 4.1). */
  public boolean covers(String host) {
    String name = Question.normal(host);
    int dot = name.indexOf('.');
    String parent = dot < 1 ? "" : name.substring(dot + 1);
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.startsWith("*.")
                    ? pattern.substring(2).equals(parent)
                    : pattern.equals(name));
  }
}
