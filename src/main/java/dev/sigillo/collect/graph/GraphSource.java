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
    return questions.stream().map(this::describe).collect(Collectors.joining("; "));
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
  static @Nullable Ending needs(Collected earlier, Dataset other) {
    Status status = earlier.status(other);
    return status == Status.COMPLETE || status == Status.TRUNCATED
        ? null
        : Ending.of(Status.SKIPPED, Note.NEEDS.of(other.id()));
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
