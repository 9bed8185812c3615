package dev.sigillo.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a request asks of a collection.
 *
 * @param select properties asked for; empty when none is named
 * @param from the place of the first row
 */
record GraphQuery(
    Set<String> select, GraphFilter filter, int top, Set<String> expand, boolean count, long from) {

  private static final List<String> KNOWN =
      List.of("$select", "$filter", "$top", "$expand", "$count", "$skiptoken", "$skip", "$format");

  /** Reads the query of a call. */
  static GraphQuery of(Call call, GraphResource resource, String path) {
    Map<String, String> query = call.query();
    for (String name : query.keySet()) {
      if (name.startsWith("$") && !KNOWN.contains(name)) {
        throw unsupported("The query parameter '" + name + "' is not supported.");
      }
    }
    GraphFilter filter =
        GraphFilter.parse(query.get("$filter"))
            .orElseThrow(() -> unsupported("Unsupported or invalid query filter clause."));
    Set<String> expand = names(query.getOrDefault("$expand", ""));
    if (!resource.expandable().containsAll(expand)) {
      throw bad(
          "Parsing OData Select and Expand failed: Could not find a property named '"
              + String.join(",", expand)
              + "' on type '"
              + resource.type(path)
              + "'.");
    }
    boolean count = query.getOrDefault("$count", "").equals("true");
    if (count
        && resource.limit() == Limit.DIRECTORY
        && !call.header("ConsistencyLevel", "").equalsIgnoreCase("eventual")) {
      throw bad(
          "Request with $count query parameter only works through MSGraph with a special request"
              + " header: 'ConsistencyLevel: eventual'");
    }
    return new GraphQuery(
        names(query.getOrDefault("$select", "")),
        filter,
        top(query, resource),
        expand,
        count,
        from(query, path));
  }

  /** The link to the page that begins at a place. */
  static String nextLink(Call call, String path, long from) {
    String kept =
        call.query().entrySet().stream()
            .filter(one -> !one.getKey().equals("$skiptoken") && !one.getKey().equals("$skip"))
            .map(one -> one.getKey() + "=" + encoded(one.getValue()) + "&")
            .collect(Collectors.joining());
    String segments =
        Arrays.stream(call.path().split("/", -1))
            .map(segment -> encoded(segment).replace("%28", "(").replace("%29", ")"))
            .collect(Collectors.joining("/"));
    String token = PageRows.token(String.valueOf(from), print(call.query(), path));
    return call.origin() + segments + "?" + kept + "$skiptoken=" + token;
  }

  private static int top(Map<String, String> query, GraphResource resource) {
    String text = query.get("$top");
    if (text == null) {
      return resource.page();
    }
    int top;
    try {
      top = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      top = -1;
    }
    if (top < 1 || top > resource.most()) {
      throw unsupported(
          "Invalid page size specified: '"
              + text
              + "'. Must be between 1 and "
              + resource.most()
              + " inclusive.");
    }
    return top;
  }

  private static long from(Map<String, String> query, String path) {
    String token = query.get("$skiptoken");
    if (token == null) {
      return Long.parseLong(query.getOrDefault("$skip", "0"));
    }
    List<String> parts = PageRows.parts(token);
    if (parts.size() != 2 || !parts.get(1).equals(print(query, path))) {
      throw expired();
    }
    return Long.parseLong(parts.get(0));
  }

  /** Changes when the query does: a page link is good for its own query only. */
  private static String print(Map<String, String> query, String path) {
    Set<String> all = new TreeSet<>();
    query.forEach(
        (name, value) -> {
          if (!name.equals("$skiptoken") && !name.equals("$skip")) {
            all.add(name + "=" + value);
          }
        });
    return Integer.toHexString((path + all).hashCode());
  }

  static ServiceRefusal expired() {
    return new ServiceRefusal(
        400,
        "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your"
            + " request.");
  }

  static ServiceRefusal bad(String words) {
    return new ServiceRefusal(400, "BadRequest", words);
  }

  private static ServiceRefusal unsupported(String words) {
    return new ServiceRefusal(400, "Request_UnsupportedQuery", words);
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
