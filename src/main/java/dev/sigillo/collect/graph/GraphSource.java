package dev.sigillo.collect.graph;

import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to read a dataset in Microsoft Graph. */
abstract class GraphSource implements Source {
  private final GraphClient graph;
  private final Instant now;
  private final List<Function<Instant, RequestInformation>> questions;

  /**
   * A source.
   *
   * @param now end of logs
   * @param questions as asked then, for the manifest
   */
  GraphSource(
      GraphClient graph, Instant now, List<Function<Instant, RequestInformation>> questions) {
    this.graph = graph;
    this.now = now;
    this.questions = List.copyOf(questions);
  }

  @Override
  public final String service() {
    return "Microsoft Graph v1.0";
  }

  @Override
  public final String request() {
    return together(questions.stream().map(this::describe).toList());
  }

  @Override
  public final boolean documented() {
    return true;
  }

  final GraphClient graph() {
    return graph;
  }

  final Instant now() {
    return now;
  }

  /** How a dataset ends that rests on another which was not read; null when it was. */
  static @Nullable Ending missing(Collected earlier, Dataset other) {
    Status status = earlier.status(other);
    return status == Status.COMPLETE || status == Status.TRUNCATED
        ? null
        : Ending.of(Status.SKIPPED, Note.NEEDS.of(other.id()));
  }

  /**
   * Several questions that differ in one place are written once, the place in braces; those that
   * have places to fill in already stand one after the other.
   */
  static String together(List<String> questions) {
    String first = questions.get(0);
    if (questions.size() == 1 || first.contains("{")) {
      return String.join("; ", questions);
    }
    int shortest = questions.stream().mapToInt(String::length).min().orElse(0);
    int start = 0;
    while (start < shortest && alike(questions, start, first.charAt(start))) {
      start++;
    }
    int end = 0;
    while (end < shortest - start
        && alike(questions, -1 - end, first.charAt(first.length() - 1 - end))) {
      end++;
    }
    while (start > 0 && inWord(first.charAt(start - 1))) {
      start--;
    }
    while (end > 0 && inWord(first.charAt(first.length() - end))) {
      end--;
    }
    int from = start;
    int left = end;
    return questions.stream()
        .map(question -> question.substring(from, question.length() - left))
        .collect(
            Collectors.joining(
                " | ",
                first.substring(0, from) + "{",
                "}" + first.substring(first.length() - left)));
  }

  private static boolean inWord(char character) {
    return " '=&?/()".indexOf(character) < 0;
  }

  /** Whether all have that character there; negative places count from the end. */
  private static boolean alike(List<String> texts, int place, char character) {
    return texts.stream()
        .allMatch(text -> text.charAt(place < 0 ? text.length() + place : place) == character);
  }

  private String describe(Function<Instant, RequestInformation> question) {
    RequestInformation request = question.apply(now);
    request.pathParameters.put("baseurl", "");
    try {
      String path = request.getUri().toString();
      return request.httpMethod
          + " "
          + URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
