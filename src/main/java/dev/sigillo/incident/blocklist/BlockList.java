package dev.sigillo.incident.blocklist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block list that is asked by DNS.
 *
 * @param name as people call it
 * @param zone the domain it answers under; null for a receiver's own list, which cannot be asked
 * @param closed since when it answers nobody; null for a list in operation
 */
@JsonIgnoreProperties({"pattern", "example"}) // how refusals name it: of no use here
public record BlockList(String name, @Nullable String zone, @Nullable String closed) {
  private static final String FILE = "/incident/block-lists.yaml";

  private record Lists(List<BlockList> lists) {}

  /** The lists in operation that answer by DNS; a closed one is never asked. */
  public static List<BlockList> inOperation() {
    try (InputStream in = Objects.requireNonNull(BlockList.class.getResourceAsStream(FILE), FILE)) {
      return new YAMLMapper()
          .readValue(in, Lists.class).lists().stream()
              .filter(list -> list.zone() != null && list.closed() == null)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
