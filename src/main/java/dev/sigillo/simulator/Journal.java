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
  private static final Pattern ID =
      Pattern.compile("(?<=/)([0-9a-fA-F-]{36}|[^/]*@[^/]*)(?=/|$)|(?<==')[^']*(?=')");
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
    return ID.matcher(where).replaceAll("*");
  }

  void count(String where, int status) {
    String name = name(where);
    requests.computeIfAbsent(name, k -> new LongAdder()).increment();
    statuses.computeIfAbsent(name + " " + status, k -> new LongAdder()).increment();
  }

  void url(String text) {
    if (SECRET.matcher(text).find()) {
      secretsInUrls.increment();
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
