package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every record, sound or not. */
class SpfRecordPropertiesTest {

  @Property(tries = 3_000, seed = "7208")
  void any_text_is_read_without_an_exception(@ForAll("texts") String text) {
    SpfRecord record = SpfRecord.parse(text);
    assertThat(record.isValid() || !record.errors().isEmpty()).isTrue();
    record
        .errors()
        .forEach(error -> assertThat(error.position()).isBetween(0, record.text().length()));
    assertThat(record.terms()).allMatch(term -> term.position() < text.length());
  }

  @Property(tries = 3_000, seed = "7208")
  void a_sound_record_means_the_same_when_it_is_written_out(@ForAll("texts") String text) {
    SpfRecord record = SpfRecord.parse(text);
    SpfRecord written = SpfRecord.parse(record.toString());
    assertThat(written.errors()).isEmpty();
    assertThat(written.terms().toString()).isEqualTo(record.terms().toString());
    assertThat(SpfRecord.parse(written.toString())).isEqualTo(written);
  }

  @Property(tries = 3_000, seed = "7208")
  void a_record_put_together_from_its_parts_is_read_as_those_parts(
      @ForAll("records") SpfRecord record) {
    assertThat(SpfRecord.parse(record.toString())).isEqualTo(record);
  }

  /** Pieces of records in any order, and now and then any octets. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            " ",
            " ",
            " ",
            "a",
            "mx",
            "ptr",
            "all",
            "include",
            "exists",
            "ip4",
            "ip6",
            "redirect=",
            "exp=",
            "x=",
            ":",
            ":",
            "/",
            "//",
            "24",
            "129",
            "033",
            "%",
            "%%",
            "%_",
            "%-",
            "%{",
            "}",
            "%{d}",
            "%{ir}",
            "%{l1r-}",
            "%{S}",
            "%{c}",
            "%{d0}",
            "d",
            "r",
            ".",
            ".example.com",
            "a.example",
            "-",
            "~",
            "?",
            "+",
            "192.0.2.1",
            "2001:db8::",
            "::",
            "com",
            "1");
    Arbitrary<String> octets = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(3);
    Arbitrary<String> mixed = Arbitraries.frequencyOf(Tuple.of(30, pieces), Tuple.of(1, octets));
    return mixed.list().ofMaxSize(20).map(parts -> "v=spf1 " + String.join("", parts));
  }

  @Provide
  Arbitrary<SpfRecord> records() {
    return terms().list().ofMaxSize(8).map(SpfRecordPropertiesTest::record);
  }

  /** Puts terms at the places where they stand when the record is written. */
  private static SpfRecord record(List<Term> terms) {
    List<Term> placed = new ArrayList<>();
    StringBuilder text = new StringBuilder(SpfRecord.VERSION);
    for (Term term : terms) {
      int position = text.length() + 1;
      boolean second =
          placed.stream()
              .anyMatch(
                  other -> !(term instanceof Directive) && other.getClass() == term.getClass());
      if (second) {
        continue;
      }
      placed.add(at(position, term));
      text.append(' ').append(term);
    }
    return new SpfRecord(text.toString(), placed, List.of());
  }

  private static Term at(int position, Term term) {
    if (term instanceof Directive directive) {
      return new Directive(position, directive.qualifier(), directive.mechanism());
    }
    if (term instanceof Modifier.Redirect redirect) {
      return new Modifier.Redirect(position, redirect.domain());
    }
    if (term instanceof Modifier.Explanation explanation) {
      return new Modifier.Explanation(position, explanation.domain());
    }
    Modifier.Unknown unknown = (Modifier.Unknown) term;
    return new Modifier.Unknown(position, unknown.name(), unknown.value());
  }

  private Arbitrary<Term> terms() {
    Arbitrary<MacroString> domain = domains();
    Arbitrary<Term> directive =
        Combinators.combine(Arbitraries.of(Qualifier.class), mechanisms())
            .as((q, m) -> new Directive(0, q, m));
    return Arbitraries.frequencyOf(
        Tuple.of(8, directive),
        Tuple.of(1, domain.map(d -> new Modifier.Redirect(0, d))),
        Tuple.of(1, domain.map(d -> new Modifier.Explanation(0, d))),
        Tuple.of(1, domain.map(d -> new Modifier.Unknown(0, "x-1.y_z", d))));
  }

  private Arbitrary<Mechanism> mechanisms() {
    Arbitrary<MacroString> named = domains();
    Arbitrary<MacroString> target =
        Arbitraries.oneOf(named, Arbitraries.just(MacroString.CURRENT_DOMAIN));
    Arbitrary<Integer> ip4 = Arbitraries.integers().between(0, 32);
    Arbitrary<Integer> ip6 = Arbitraries.integers().between(0, 128);
    Arbitrary<Long> bits = Arbitraries.longs();
    return Arbitraries.oneOf(
        Arbitraries.just(new Mechanism.All()),
        named.map(Mechanism.Include::new),
        named.map(Mechanism.Exists::new),
        target.map(Mechanism.Ptr::new),
        Combinators.combine(target, ip4, ip6).as(Mechanism.A::new),
        Combinators.combine(target, ip4, ip6).as(Mechanism.Mx::new),
        Combinators.combine(bits, ip4)
            .as((b, l) -> new Mechanism.Ip(new IpPrefix(IpAddress.ip4(b), l))),
        Combinators.combine(bits, bits, ip6)
            .as(
                (h, l, n) ->
                    new Mechanism.Ip(new IpPrefix(new IpAddress(IpVersion.IP6, h, l), n))));
  }

  private Arbitrary<MacroString> domains() {
    Arbitrary<MacroString.Part> macro =
        Combinators.combine(
                Arbitraries.of('s', 'l', 'o', 'd', 'i', 'p', 'v', 'h'),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 130),
                Arbitraries.of(true, false),
                Arbitraries.strings().withChars(".-+,/_=").ofMinLength(1).ofMaxLength(3))
            .as(Macro::new);
    Arbitrary<MacroString.Part> escape = Arbitraries.of(MacroString.Escape.class).map(e -> e);
    Arbitrary<MacroString.Part> literal =
        Arbitraries.strings()
            .withCharRange('!', '~')
            .excludeChars('%')
            .ofMinLength(1)
            .ofMaxLength(8)
            .map(MacroString.Literal::new);
    Arbitrary<List<MacroString.Part>> parts = Arbitraries.oneOf(macro, escape).list().ofMaxSize(3);
    return Combinators.combine(literal, parts, Arbitraries.of(".com", ".a-b", ".xn--p1ai.", ""))
        .as(
            (start, middle, end) -> {
              List<MacroString.Part> all = new ArrayList<>();
              if (middle.isEmpty()) {
                return new MacroString(List.of(new MacroString.Literal(start + ".example")));
              }
              all.add(start);
              all.addAll(middle);
              if (!end.isEmpty()) {
                all.add(new MacroString.Literal(end));
              }
              return new MacroString(all);
            });
  }
}
