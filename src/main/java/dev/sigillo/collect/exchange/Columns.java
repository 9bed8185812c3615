package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for some columns only; for all where the service does not take the choice. */
final class Columns implements Listing.Pages {
  private final ExchangeClient client;
  private List<String> columns;

  Columns(ExchangeClient client, List<String> columns) {
    this.client = client;
    this.columns = columns;
  }

  @Override
  public Reply page(Command command, @Nullable String next) throws InterruptedException {
    try {
      return client.call(command, columns, next);
    } catch (ServiceException e) {
      if (e.kind() != Kind.BAD_REQUEST || columns.isEmpty() || next != null) {
        throw e;
      }
      columns = List.of();
      return client.call(command, columns, null);
    }
  }
}
