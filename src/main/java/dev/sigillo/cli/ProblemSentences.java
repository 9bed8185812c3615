package dev.sigillo.cli;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.spf.SpfProblem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Problems of mail authentication as English sentences. */
final class ProblemSentences {
  private static final Properties SENTENCES = read();

  private ProblemSentences() {}

  static List<String> of(List<Problem> problems) {
    return problems.stream().map(ProblemSentences::of).distinct().toList();
  }

  static String of(SpfProblem problem) {
    return problem + ".";
  }

  static String of(Problem problem) {
    String kind = problem.code().getClass().getSimpleName() + "." + problem.code().name();
    String sentence = SENTENCES.getProperty(kind);
    if (sentence == null) {
      throw new IllegalStateException("no sentence for " + kind);
    }
    String name = problem.name().isEmpty() ? "The record" : problem.name();
    return sentence.replace("{0}", name).replace("{1}", problem.text());
  }

  private static Properties read() {
    Properties sentences = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                ProblemSentences.class.getResourceAsStream("/dns/problems.properties")),
            StandardCharsets.UTF_8)) {
      sentences.load(in);
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
