package dev.sigillo.incident.ndr;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The classes of reasons and the block lists, as the data files beside this package have them. */
final class ReasonRules {
  /** What an answer says, in order: the first that is found decides. */
  record Rule(Reason reason, Pattern pattern, String example) {
    @JsonCreator
    Rule(
        @JsonProperty("reason") String reason,
        @JsonProperty("pattern") String pattern,
        @JsonProperty("example") String example) {
      this(ReasonRules.reason(reason), atWordStart(pattern), example);
    }
  }

  /** What a status code says where the words say nothing; {@code x} is any. */
  record Code(Reason reason, Pattern pattern) {
    @JsonCreator
    Code(@JsonProperty("reason") String reason, @JsonProperty("code") String code) {
      this(
          ReasonRules.reason(reason),
          Pattern.compile(code.replace(".", "\\.").replace("x", "\\d+")));
    }
  }

  /**
   * A block list.
   *
   * @param zone asked by DNS; null for a list that is a receiver's own
   * @param closed since when it answers nobody; null for a list in operation
   */
  record BlockList(
      String name,
      @Nullable String zone,
      @Nullable String closed,
      Pattern pattern,
      String example) {
    @JsonCreator
    BlockList(
        @JsonProperty("name") String name,
        @JsonProperty("zone") @Nullable String zone,
        @JsonProperty("closed") @Nullable String closed,
        @JsonProperty("pattern") String pattern,
        @JsonProperty("example") String example) {
      this(name, zone, closed, atWordStart(pattern), example);
    }
  }

  private record File(List<Rule> words, List<Code> codes) {}

  private record Lists(List<BlockList> lists) {}

  private static final File FILE = read("ndr-reasons.yaml", File.class);

  static final List<Rule> WORDS = FILE.words();
  static final List<Code> CODES = FILE.codes();
  static final List<BlockList> LISTS = read("block-lists.yaml", Lists.class).lists();

  private ReasonRules() {}

  /** By the words of the answer; null when no rule knows them. */
  static @Nullable Reason byWords(String text) {
    return WORDS.stream()
        .filter(rule -> rule.pattern().matcher(text).find())
        .map(Rule::reason)
        .findFirst()
        .orElse(null);
  }

  static @Nullable Reason byCode(String status) {
    return CODES.stream()
        .filter(code -> code.pattern().matcher(status).matches())
        .map(Code::reason)
        .findFirst()
        .orElse(null);
  }

  static @Nullable BlockList list(String text) {
    return LISTS.stream()
        .filter(list -> list.pattern().matcher(text).find())
        .findFirst()
        .orElse(null);
  }

  /** A search that tries every letter of an answer costs most of the time of reading a report. */
  private static Pattern atWordStart(String pattern) {
    return Pattern.compile("(?<![a-z])(?:" + pattern + ")", Pattern.CASE_INSENSITIVE);
  }

  private static Reason reason(String id) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.id().toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no reason " + id));
  }

  private static <T> T read(String file, Class<T> type) {
    try (InputStream in =
        Objects.requireNonNull(ReasonRules.class.getResourceAsStream("/incident/" + file), file)) {
      YAMLMapper mapper =
          YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      return mapper.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
