package dev.sigillo.effective;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/**
 * Properties of a dataset that a resolved state rests on.
 *
 * @param dataset the dataset
 * @param properties as Microsoft names them
 * @param forRecipients whether it is needless for a mailbox that sends no mail on
 */
public record Need(Dataset dataset, List<String> properties, boolean forRecipients) {
  public Need {
    properties = List.copyOf(properties);
  }

  /** Properties that every mailbox needs. */
  public Need(Dataset dataset, List<String> properties) {
    this(dataset, properties, false);
  }

  static Need of(Dataset dataset, String... properties) {
    return new Need(dataset, List.of(properties));
  }

  /** The same, needless for a mailbox that sends no mail on. */
  Need forRecipientsOnly() {
    return new Need(dataset, properties, true);
  }
}
