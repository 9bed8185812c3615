package dev.sigillo.effective;

import dev.sigillo.snapshot.AppCredential;
import dev.sigillo.snapshot.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the secrets and certificates of an application were made to last. */
public final class Credentials {
  private Credentials() {}

  /**
   * The longest life, in whole days from start to end, among the credentials that have not run out;
   * 0 when there is none.
   */
  public static long longestLiveDays(Setting<List<AppCredential>> credentials, Instant now) {
    List<AppCredential> all = credentials.orElse(List.of());
    long longest = 0;
    for (AppCredential one : all) {
      Instant start = one.startDateTime().orNull();
      Instant end = one.endDateTime().orNull();
      if (start != null && end != null && end.isAfter(now)) {
        longest = Math.max(longest, Duration.between(start, end).toDays());
      }
    }
    return longest;
  }
}
