package dev.sigillo.incident.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.incident.dossier.Verdict.Ground;
import dev.sigillo.incident.dossier.Verdict.Kind;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Thresholds LIMITS = new Thresholds(5, 100, 8, 20, List.of());
  private static final Trace QUIET = trace(10, List.of());
  private static final Suspect DOOR =
      new Suspect(Suspect.Kind.RULE, "anna@esempio.it", "finding", List.of("x", "y"), false);

  @Test
  void a_listed_address_of_the_shared_pool_is_nobodys_own() {
    Verdict verdict = verdict(count(sample(9, "40.107.20.45", "blocked", "SpamCop")), QUIET);
    assertThat(verdict.kind()).isEqualTo(Kind.SHARED_POOL);
    assertThat(codes(verdict.grounds()))
        .containsExactly("blocked", "lists", "shared", "spread", "trace", "no-spikes");
  }

  @Test
  void unusual_sending_is_a_sign_and_an_open_door_is_not() {
    Failures failures = count(sample(9, "40.107.20.45", "blocked", "SpamCop"));
    Trace.Spike spike = new Trace.Spike("anna@esempio.it", LocalDate.of(2026, 11, 17), 900, 60);
    assertThat(verdict(failures, trace(10, List.of(spike))).kind())
        .isEqualTo(Kind.SHARED_POOL_AND_SIGNS);
    assertThat(Verdict.of(incident(failures, QUIET), List.of(DOOR), true).kind())
        .isEqualTo(Kind.SHARED_POOL);
  }

  @Test
  void an_address_that_is_not_shared_is_ones_own_or_a_relays() {
    assertThat(verdict(count(sample(9, "198.51.100.7", "blocked", "SpamCop")), null).kind())
        .isEqualTo(Kind.OWN_ADDRESS);
    assertThat(verdict(count(sample(9, "2a01:111:f403::5", "blocked", "SpamCop")), null).kind())
        .isEqualTo(Kind.SHARED_POOL);
  }

  @Test
  void other_reasons_are_no_listing() {
    Verdict verdict = verdict(count(sample(9, "", "unknownUser", "")), null);
    assertThat(verdict.kind()).isEqualTo(Kind.OTHER);
    assertThat(codes(verdict.grounds())).contains("reason");
  }

  @Test
  void what_does_not_say_why_stays_unclear() {
    assertThat(verdict(null, QUIET).kind()).isEqualTo(Kind.UNCLEAR);
    assertThat(verdict(count(sample(9, "", "blocked", "SpamCop")), null).kind())
        .isEqualTo(Kind.UNCLEAR);
    assertThat(codes(verdict(null, QUIET).unknowns())).contains("no-reports");
  }

  @Test
  void what_is_not_known_is_always_said() {
    Failures failures = count(sample(3, "40.107.20.45", "blocked", "SpamCop"));
    assertThat(codes(verdict(failures, null).unknowns()))
        .containsExactly(
            "reports-given", "no-trace", "no-assessment", "content", "whose", "listed-now");
    assertThat(codes(verdict(failures, trace(2, List.of())).unknowns())).contains("short-trace");
    assertThat(codes(Verdict.of(incident(failures, QUIET), List.of(), true).unknowns()))
        .containsExactly("reports-given", "content", "whose", "listed-now");
  }

  @Test
  void a_sender_with_most_of_many_refusals_stands_out() {
    FailureCount count = new FailureCount();
    for (int i = 0; i < 40; i++) {
      count.add(sample(i, i < 30 ? "massa" : "u" + i, "40.107.20.45", "blocked", "SpamCop"));
    }
    Verdict verdict = verdict(count.end(false), null);
    assertThat(verdict.suspects()).extracting(Suspect::who).containsExactly("massa@esempio.it");
    assertThat(verdict.kind()).isEqualTo(Kind.SHARED_POOL);
  }

  private static Verdict verdict(@Nullable Failures failures, @Nullable Trace trace) {
    return Verdict.of(incident(failures, trace), List.of(), false);
  }

  private static Incident incident(@Nullable Failures failures, @Nullable Trace trace) {
    DatasetEntry entry = DatasetEntry.skipped("incident/ndr", Origin.IMPORTED, "");
    Source.File file = new Source.File(entry.name(), "COMPLETE", 9, null);
    Source source =
        new Source("ab".repeat(32), null, null, null, "IMPORTED", Instant.EPOCH, List.of(file));
    return new Incident(source, failures, trace, null);
  }

  private static Trace trace(int days, List<Trace.Spike> spikes) {
    return new Trace(
        100, 100, 3, false, List.of(), spikes, List.of(), List.of(), days, true, LIMITS, false);
  }

  private static Failures count(List<Sample> samples) {
    FailureCount count = new FailureCount();
    samples.forEach(count::add);
    return count.end(false);
  }

  private static List<Sample> sample(int many, String address, String reason, String list) {
    return java.util.stream.IntStream.range(0, many)
        .mapToObj(i -> sample(i, "u" + i % 3, address, reason, list))
        .toList();
  }

  private static Sample sample(int i, String sender, String address, String reason, String list) {
    return new Sample(
        Instant.parse("2026-11-17T07:00:00Z").plusSeconds(600L * i),
        sender + "@esempio.it",
        "x" + i + "@d" + i % 4 + ".example",
        "5.7.1",
        reason,
        address,
        list,
        "554 5.7.1",
        "m" + i + "@esempio.it",
        i + ".eml",
        "ab".repeat(32),
        false);
  }

  private static List<String> codes(List<Ground> grounds) {
    return grounds.stream().map(Ground::code).toList();
  }
}
