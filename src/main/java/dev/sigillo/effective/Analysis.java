package dev.sigillo.effective;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.snapshot.DnsAnswer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An analysis of DNS answers, with what it asked. Made when first needed, and once.
 *
 * @param <T> what it says
 */
final class Analysis<T> {
  private final SnapshotDns dns;
  private final Function<Dns, T> method;
  private @Nullable Traced trace;
  private @Nullable T result;

  Analysis(SnapshotDns dns, Function<Dns, T> method) {
    this.dns = dns;
    this.method = method;
  }

  T result() {
    T known = result;
    if (known == null) {
      Traced traced = new Traced(dns);
      known = method.apply(traced);
      trace = traced;
      result = known;
    }
    return known;
  }

  /** Questions it put that have no answer. */
  List<String> failures() {
    return trace().failures();
  }

  /** The rows that answer its questions, in the order of the questions. */
  List<DnsAnswer> rows() {
    return trace().questions().stream().flatMap(q -> dns.rows(q).stream()).toList();
  }

  private Traced trace() {
    result();
    return Objects.requireNonNull(trace);
  }
}
