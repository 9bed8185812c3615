package dev.sigillo.effective;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/**
 * Properties of a dataset that a resolved state rests on.
 *
 * @param dataset the dataset
 * @param properties as Microsoft names them
 */
public record Need(Dataset dataset, List<String> properties) {
  public Need {
    properties = List.copyOf(properties);
  }

  static Need of(Dataset dataset, String... properties) {
    return new Need(dataset, List.of(properties));
  }
}
