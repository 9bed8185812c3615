package dev.sigillo.effective;

import dev.sigillo.snapshot.Subject;
import java.util.List;

/** A subject with states that need more than its own rows: they may be unresolved. */
public interface Resolved extends Subject {
  /**
   * What keeps a state from being resolved, in neutral words such as {@code TXT contoso.com:
   * SERVFAIL}; none when it is resolved.
   */
  List<String> unresolved(Aspect aspect);
}
