package dev.sigillo.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/**
 * YAML text as nodes that know their lines. Refuses what a policy never needs and an attacker
 * likes: aliases, several documents, endless nesting, huge files.
 */
final class YamlSource {
  private static final int LIMIT = 4 << 20;
  private static final int DEPTH = 40;

  private YamlSource() {}

  /**
   * Reads a policy's bytes: UTF-8, with or without a byte-order mark.
   *
   * @return the root; an empty mapping for an empty file
   */
  static YamlValue read(String file, byte[] bytes) {
    if (bytes.length > LIMIT) {
      throw new PolicyException(
          "%s: is %,d bytes long; a policy may have %,d".formatted(file, bytes.length, LIMIT));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PolicyException(file + ": is not UTF-8; save it as UTF-8");
    }
    return parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static YamlValue parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LIMIT);
    options.setNestingDepthLimit(DEPTH);
    options.setAllowDuplicateKeys(false);
    Yaml yaml = new Yaml(options);
    try {
      int documents = 0;
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent) {
          throw new PolicyException(
              "%s:%d: YAML aliases (*name) are not allowed; write the value out"
                  .formatted(file, line(event.getStartMark())));
        }
        if (event instanceof DocumentStartEvent && ++documents > 1) {
          throw new PolicyException(
              "%s:%d: a second YAML document begins here; a policy is one document"
                  .formatted(file, line(event.getStartMark())));
        }
      }
      Node root = yaml.compose(new StringReader(text));
      return new YamlValue(file, "the policy", root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw new PolicyException(
          "%s:%d: is not YAML: %s".formatted(file, mark == null ? 1 : line(mark), e.getProblem()));
    } catch (YAMLException e) {
      throw new PolicyException(file + ": is not YAML that can be read: " + e.getMessage());
    }
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
