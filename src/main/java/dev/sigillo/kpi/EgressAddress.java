package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.util.List;

/**
 * An address from which other servers saw the organisation's mail come, as delivery reports say it.
 *
 * @param row the first report that names a list for it, otherwise the first
 * @param address as the report writes it
 * @param network its /24 or /48
 * @param reports recipients reported on
 * @param lists block lists named for it, by name
 */
public record EgressAddress(
    RowRef row, String address, String network, long reports, List<String> lists)
    implements Fact, Subject {
  public EgressAddress {
    lists = List.copyOf(lists);
  }

  @Override
  public String subjectKey() {
    return address;
  }

  @Override
  public String subjectName() {
    return address;
  }
}
