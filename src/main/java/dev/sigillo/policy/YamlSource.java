package dev.sigillo.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML text as nodes that know their lines. Refuses what a policy never needs and an attacker
 * likes: aliases, tags, several documents, deep nesting, endless values. Nothing is ever turned
 * into objects, so a tag cannot name a class.
 */
final class YamlSource {
  private static final int DEPTH = 20;
  private static final int VALUES = 400_000;

  /** The library's time grows with the square of a token, and a token ends with its line. */
  private static final int LINE = 1 << 18;

  private final String file;
  private final LoaderOptions options = new LoaderOptions();
  private int documents;
  private int depth;
  private int values;

  private YamlSource(String file, int length) {
    this.file = file;
    options.setCodePointLimit(Math.max(1, length));
    options.setNestingDepthLimit(DEPTH);
  }

  /**
   * Reads a policy's bytes: UTF-8, with or without a byte-order mark.
   *
   * @return the root; an empty mapping for an empty file
   */
  static YamlValue read(String file, byte[] bytes) {
    String text = decode(file, bytes);
    return new YamlSource(file, text.length()).parse(text);
  }

  private static String decode(String file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new Place(file, line)
          .error("here is a character that is not UTF-8; allowed: a file saved as UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private YamlValue parse(String text) {
    checkLines(text);
    Yaml yaml = new Yaml(options);
    try {
      yaml.parse(new StringReader(text)).forEach(this::check);
      return YamlValue.root(file, root(yaml, text));
    } catch (MarkedYAMLException e) {
      throw at(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark())
          .error(
              "is not YAML: %s; allowed: a YAML document",
              List.of(Place.printable(Objects.toString(e.getProblem()), 200)));
    } catch (ReaderException e) {
      long line = 1 + text.substring(0, e.getPosition()).chars().filter(c -> c == '\n').count();
      throw new Place(file, (int) line)
          .error("holds the character U+%04X; allowed: printable text", e.getCodePoint());
    }
  }

  private void checkLines(String text) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); start <= text.length(); end = text.indexOf('\n', start)) {
      int next = end < 0 ? text.length() : end;
      if (next - start > LINE) {
        throw new Place(file, line)
            .error("the line has %d characters; allowed: %d", next - start, LINE);
      }
      start = next + 1;
      line++;
    }
  }

  /** The library says null for a file without a document. */
  private static @Nullable Node root(Yaml yaml, String text) {
    return yaml.compose(new StringReader(text));
  }

  private void check(Event event) {
    Place place = at(event.getStartMark());
    if (event instanceof AliasEvent) {
      throw place.error("YAML aliases (*name) are refused; allowed: the value written out");
    }
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw place.error("a second YAML document begins; allowed: one document");
    }
    String tag = tag(event);
    if (tag != null) {
      throw place.error("YAML tags (%s) are refused; allowed: plain values", tag);
    }
    if (event instanceof CollectionStartEvent && ++depth > DEPTH) {
      throw place.error("is nested too deep; allowed: %d levels", DEPTH);
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
    if (++values > VALUES) {
      throw place.error("holds too many values; allowed: %d", VALUES);
    }
  }

  private static @Nullable String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : null;
  }

  private Place at(@Nullable Mark mark) {
    return new Place(file, mark == null ? 1 : mark.getLine() + 1);
  }
}
