package dev.sigillo.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * What the services were asked, for tests to look at. Endpoints are named as in {@link Fault}, with
 * {@code *} for a user's or object's id.
 */
public final class Journal {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern SECRET =
      Pattern.compile("secret|assertion|access_token|password|bearer", Pattern.CASE_INSENSITIVE);
  private static final int KEPT = 1000;

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final LongAdder secretsInUrls = new LongAdder();

  Journal() {}

  /** The name under which an endpoint is counted. */
  static String name(String where) {
    if (where.indexOf('/') < 0 && where.indexOf('\'') < 0) {
      return where;
    }
    StringBuilder name = new StringBuilder();
    int from = 0;
    while (from <= where.length()) {
      int slash = where.indexOf('/', from);
      int end = slash < 0 ? where.length() : slash;
      name.append(from == 0 ? "" : "/").append(segment(where.substring(from, end)));
      from = end + 1;
    }
    return name.toString();
  }

  private static String segment(String text) {
    boolean guid = text.length() == 36 && text.charAt(8) == '-' && text.charAt(13) == '-';
    if (guid || text.indexOf('@') >= 0) {
      return "*";
    }
    return text.indexOf('\'') < 0 ? text : QUOTED.matcher(text).replaceAll("'*'");
  }

  void count(String where, int status) {
    String name = name(where);
    requests.computeIfAbsent(name, k -> new LongAdder()).increment();
    statuses.computeIfAbsent(name + " " + status, k -> new LongAdder()).increment();
  }

  void url(Map<String, String> query) {
    for (String name : query.keySet()) {
      if (SECRET.matcher(name).find()) {
        secretsInUrls.increment();
      }
    }
  }

  void refuse(String what) {
    if (refused.size() < KEPT) {
      refused.add(what);
    }
  }

  /** Requests to an endpoint, items of batches among them. */
  public long requests(String where) {
    LongAdder count = requests.get(where);
    return count == null ? 0 : count.sum();
  }

  /** Requests for each endpoint. */
  public Map<String, Long> requests() {
    return sums(requests);
  }

  /** Requests for each endpoint and HTTP status, such as {@code graph:users 429}. */
  public Map<String, Long> statuses() {
    return sums(statuses);
  }

  /** The first requests that were no reads; all were refused. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /** Requests whose URL names something that has to stay out of logs. */
  public long secretsInUrls() {
    return secretsInUrls.sum();
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
