package dev.sigillo.mailauth.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtaStsTest {
  private static final String NAME = "_mta-sts.example.com";

  /** RFC 8461 section 3.2. */
  private static final String POLICY =
      String.join(
          "\r\n",
          "version: STSv1",
          "mode: enforce",
          "mx: mail.example.com",
          "mx: *.example.net",
          "mx: backupmx.example.com",
          "max_age: 604800",
          "");

  private static Zone zone() {
    return new Zone()
        .txt(NAME, "v=STSv1; id=20160831085700Z;")
        .record("example.com", RecordType.MX, "10 mail.example.com.")
        .record("example.com", RecordType.MX, "20 mx.example.net.");
  }

  private static Optional<PolicyFile> file(String body) {
    return Optional.of(new PolicyFile(200, "text/plain; charset=utf-8", body, ""));
  }

  private static List<ProblemCode> policyCodes(String body) {
    List<Problem> problems = new ArrayList<>();
    StsPolicyParser.parse(body, problems);
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void the_example_of_the_text_is_enforced() {
    MtaSts sts = MtaSts.of("Example.com", zone(), file(POLICY));
    assertThat(sts.problems()).isEmpty();
    assertThat(sts.id()).contains("20160831085700Z");
    assertThat(sts.isEnforced()).isTrue();
    assertThat(sts.policy().orElseThrow().maxAge()).isEqualTo(604_800);
    assertThat(sts.policy().orElseThrow().patterns())
        .containsExactly("mail.example.com", "*.example.net", "backupmx.example.com");
  }

  /** RFC 8461 section 4.1: one label, and not none. */
  @Test
  void a_star_is_exactly_one_label() {
    StsPolicy policy = new StsPolicy(StsPolicy.Mode.ENFORCE, 1, List.of("*.example.com"));
    assertThat(policy.covers("MX1.example.com.")).isTrue();
    assertThat(policy.covers("a.b.example.com")).isFalse();
    assertThat(policy.covers("example.com")).isFalse();
    assertThat(policy.covers("")).isFalse();
    assertThat(policy.covers(".example.com")).isFalse();
  }

  @Test
  void a_host_that_is_not_covered_is_told() {
    Zone zone = zone().record("example.com", RecordType.MX, "5 mx.example.org.");
    MtaSts sts = MtaSts.of("example.com", zone, file(POLICY));
    assertThat(sts.uncovered()).containsExactly("mx.example.org");
    assertThat(sts.has(TransportCode.MX_NOT_COVERED)).isTrue();
  }

  @Test
  void a_record_without_a_file_is_half_known() {
    MtaSts sts = MtaSts.of("example.com", zone(), Optional.empty());
    assertThat(sts.record()).isEqualTo(Presence.PRESENT);
    assertThat(sts.file()).isEqualTo(Presence.UNKNOWN);
    assertThat(sts.isEnforced()).isFalse();
    PolicyFile unreachable = new PolicyFile(0, "", "", "connect timed out");
    MtaSts tried = MtaSts.of("example.com", zone(), Optional.of(unreachable));
    assertThat(tried.file()).isEqualTo(Presence.UNKNOWN);
    assertThat(tried.problems())
        .containsExactly(Problem.of(TransportCode.FILE_UNREACHABLE, "", "connect timed out"));
  }

  @Test
  void other_answers_are_no_policy() {
    MtaSts moved = MtaSts.of("example.com", zone(), Optional.of(new PolicyFile(301, "", "", "")));
    assertThat(moved.file()).isEqualTo(Presence.ABSENT);
    assertThat(moved.has(TransportCode.FILE_STATUS)).isTrue();
    MtaSts html =
        MtaSts.of("example.com", zone(), Optional.of(new PolicyFile(200, "text/html", POLICY, "")));
    assertThat(html.has(TransportCode.FILE_TYPE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=STSv1; id=", "v=STSv1;", "v=STSv1; id=a-b", "v=STSv1; id=1; id=2"})
  void a_record_without_a_good_id_is_none(String text) {
    MtaSts sts = MtaSts.of("example.com", new Zone().txt(NAME, text), Optional.empty());
    assertThat(sts.record()).isEqualTo(Presence.ABSENT);
    assertThat(sts.has(TransportCode.ID_INVALID)).isTrue();
  }

  @Test
  void several_other_and_missing_records() {
    Zone several = zone().txt(NAME, "v=STSv1; id=2;");
    assertThat(MtaSts.of("example.com", several, Optional.empty()).record())
        .isEqualTo(Presence.ABSENT);
    Zone other = zone().txt(NAME, "v=spf1 -all");
    assertThat(MtaSts.of("example.com", other, Optional.empty()).record())
        .isEqualTo(Presence.PRESENT);
    Zone failed = new Zone().fail(NAME, RecordType.TXT, Failure.SERVFAIL);
    assertThat(MtaSts.of("example.com", failed, Optional.empty()).record())
        .isEqualTo(Presence.UNKNOWN);
    assertThat(MtaSts.of("example.com", new Zone(), Optional.empty()).record())
        .isEqualTo(Presence.ABSENT);
  }

  @Test
  void each_fault_of_a_policy_is_told() {
    assertThat(policyCodes(""))
        .containsExactly(
            TransportCode.VERSION_INVALID,
            TransportCode.MODE_INVALID,
            TransportCode.MAX_AGE_INVALID);
    assertThat(policyCodes("version: STSv1\nmode: enforce\nmax_age: 1\n"))
        .containsExactly(TransportCode.MX_MISSING);
    assertThat(policyCodes("version: STSv1\nmode: none\nmax_age: 31557600")).isEmpty();
    assertThat(policyCodes("version: STSv1\nmode: none\nmax_age: 31557601"))
        .containsExactly(TransportCode.MAX_AGE_INVALID);
    assertThat(policyCodes("version: STSv1\nmode: none\nmode: enforce\nmax_age: 1\nx y\n"))
        .containsExactly(TransportCode.FIELD_REPEATED, TransportCode.LINE_INVALID);
    assertThat(policyCodes("version: STSv1\nmode: testing\nmx: *.*.a.b\nmx: a.b\nmax_age: 1"))
        .containsExactly(TransportCode.MX_PATTERN_INVALID);
    assertThat(policyCodes("x: y\n".repeat(20_000))).containsExactly(TransportCode.FILE_TOO_LONG);
  }

  @Test
  void a_fault_has_its_place() {
    List<Problem> problems = new ArrayList<>();
    StsPolicyParser.parse("version: STSv1\nmode: strict\nmax_age: 1\nmx: a.b", problems);
    assertThat(problems).containsExactly(new Problem(TransportCode.MODE_INVALID, "", 15, "strict"));
  }

  @Test
  void any_file_is_read_without_failing() {
    Random random = new Random(8461);
    String[] parts = {"version", "STSv1", "mode", "enforce", "mx", "*.", "a.b", "max_age", "1"};
    String marks = ": \r\n\u0000\u00ff.";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
        text.append(marks.charAt(random.nextInt(marks.length())));
      }
      assertThat(policyCodes(text.toString())).isNotNull();
    }
  }
}
