package dev.sigillo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Decides which requests meet a fault. */
final class Faults {
  private final List<Armed> armed = new ArrayList<>();
  private final long seed;

  Faults(List<Fault> faults, long seed) {
    this.seed = seed;
    for (Fault fault : faults) {
      armed.add(new Armed(fault, pattern(fault.where()), armed.size()));
    }
  }

  /**
   * The fault that this request meets.
   *
   * @param where the endpoint
   * @param request what tells it from other requests to the same endpoint
   */
  Optional<Fault> meeting(String where, Supplier<String> request) {
    for (Armed one : armed) {
      if (one.pattern.matcher(where).matches() && one.strikes(where, request, seed)) {
        return Optional.of(one.fault);
      }
    }
    return Optional.empty();
  }

  private static Pattern pattern(String where) {
    String[] parts = where.split("\\*", -1);
    StringBuilder expression = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      expression.append(".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
  }

  /** A number that looks like chance, the same for the same input (SplitMix64's last step). */
  static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static final class Armed {
    private final Fault fault;
    private final Pattern pattern;
    private final int place;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong met = new AtomicLong();
    private final Map<Long, Integer> struck = new ConcurrentHashMap<>();

    Armed(Fault fault, Pattern pattern, int place) {
      this.fault = fault;
      this.pattern = pattern;
      this.place = place;
    }

    boolean strikes(String where, Supplier<String> request, long seed) {
      if (seen.incrementAndGet() <= fault.after()) {
        return false;
      }
      if (fault.rate() < 1) {
        String text = where + '\n' + request.get();
        long key = 17;
        for (int i = 0; i < text.length(); i++) {
          key = key * 1_000_003 + text.charAt(i);
        }
        key = mixed(key ^ seed + place);
        long attempt = struck.getOrDefault(key, 0);
        double chance = (mixed(key + attempt) >>> 11) * 0x1p-53;
        if (chance >= fault.rate()) {
          return false;
        }
        struck.merge(key, 1, Integer::sum);
      }
      return fault.count() == 0 || met.incrementAndGet() <= fault.count();
    }
  }
}
