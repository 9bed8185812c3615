package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.spf.SpfNode.Lookups;
import dev.sigillo.mailauth.spf.SpfNode.State;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpfAnalysisTest {
  private final Zone zone = new Zone();

  private SpfAnalysis analysis() {
    return SpfAnalysis.of(zone, "example.com");
  }

  private List<SpfCode> codes() {
    return analysis().problems().stream().map(SpfProblem::code).toList();
  }

  @Test
  void a_policy_is_followed_to_its_ends_and_counted() {
    zone.txt("example.com", "v=spf1 mx include:out.example.net redirect=_spf.example.com")
        .add("example.com", RecordType.MX, "10 mx1.example.com.", "20 mx2.example.com.")
        .add("mx1.example.com", RecordType.A, "192.0.2.1")
        .add("mx2.example.com", RecordType.AAAA, "2001:db8::2")
        .txt("out.example.net", "v=spf1 ip4:198.51.100.0/24 include:deep.example.net ~all")
        .txt("deep.example.net", "v=spf1 ip4:198.51.100.128/25 ip6:2001:db8:1::/48 -all")
        .txt("_spf.example.com", "v=spf1 a:mx1.example.com/31 -all");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.state()).isEqualTo(Presence.PRESENT);
    assertThat(analysis.problems()).isEmpty();
    assertThat(analysis.lookups()).isEqualTo(5);
    assertThat(analysis.voidLookups()).isZero();
    assertThat(analysis.root().own()).isEqualTo(new Lookups(3, 0));
    assertThat(analysis.root().children())
        .extracting(SpfNode::domain, SpfNode::total)
        .containsExactly(
            tuple("out.example.net", new Lookups(1, 0)),
            tuple("_spf.example.com", new Lookups(1, 0)));
    assertThat(analysis.all())
        .isEqualTo(
            new EffectiveAll(
                Presence.PRESENT, Qualifier.FAIL, new Place("_spf.example.com", 28, "-all")));
    Authorised authorised = analysis.authorised();
    assertThat(authorised.prefixes())
        .extracting(grant -> grant.prefix().toString())
        .containsExactly(
            "192.0.2.1",
            "2001:db8::2",
            "198.51.100.0/24",
            "198.51.100.128/25",
            "2001:db8:1::/48",
            "192.0.2.1/31");
    assertThat(authorised.ip4Addresses()).isEqualTo(256 + 2);
    assertThat(authorised.ip6Addresses()).hasToString("1208925819614629174706177");
    assertThat(authorised.widest(IpVersion.IP4))
        .get()
        .extracting(g -> g.place().domain())
        .isEqualTo("out.example.net");
    assertThat(analysis.isKnown()).isTrue();
    assertThat(zone.asked()).doesNotHaveDuplicates();
  }

  @Test
  void the_order_of_questions_is_that_of_the_terms() {
    zone.txt("example.com", "v=spf1 a include:b.example -all")
        .txt("b.example", "v=spf1 exists:c.example -all");
    SpfAnalysis.of(zone, "Example.COM.");
    assertThat(zone.asked())
        .containsExactly(
            new Question("example.com", RecordType.TXT),
            new Question("example.com", RecordType.A),
            new Question("example.com", RecordType.AAAA),
            new Question("b.example", RecordType.TXT),
            new Question("c.example", RecordType.A));
  }

  @Test
  void no_record_is_absent_and_no_answer_is_unknown() {
    assertThat(analysis().state()).isEqualTo(Presence.ABSENT);
    assertThat(analysis().isKnown()).isTrue();
    zone.fails("example.com", RecordType.TXT, Failure.TIMEOUT);
    SpfAnalysis analysis = analysis();
    assertThat(analysis.state()).isEqualTo(Presence.UNKNOWN);
    assertThat(analysis.all().state()).isEqualTo(Presence.UNKNOWN);
    assertThat(analysis.unanswered())
        .containsExactly(
            new Unanswered(
                new Question("example.com", RecordType.TXT),
                Failure.TIMEOUT,
                "test",
                Place.of("example.com")));
  }

  @Test
  void an_include_without_an_answer_leaves_the_rest_known() {
    zone.txt("example.com", "v=spf1 include:dark.example ip4:192.0.2.1 -all")
        .fails("dark.example", RecordType.TXT, Failure.SERVFAIL);
    SpfAnalysis analysis = analysis();
    assertThat(analysis.state()).isEqualTo(Presence.PRESENT);
    assertThat(analysis.all().qualifier()).isEqualTo(Qualifier.FAIL);
    assertThat(analysis.isTreeKnown()).isFalse();
    assertThat(analysis.hasErrors()).isFalse();
    assertThat(analysis.root().children())
        .singleElement()
        .extracting(SpfNode::state)
        .isEqualTo(State.UNKNOWN);
    assertThat(analysis.unanswered())
        .singleElement()
        .extracting(u -> u.place().term())
        .isEqualTo("include:dark.example");
  }

  @Test
  void a_host_without_an_answer_leaves_the_tree_known() {
    zone.txt("example.com", "v=spf1 a -all").fails("example.com", RecordType.AAAA, Failure.REFUSED);
    SpfAnalysis analysis = analysis();
    assertThat(analysis.isTreeKnown()).isTrue();
    assertThat(analysis.isKnown()).isFalse();
    assertThat(analysis.voidLookups()).isZero();
  }

  @Test
  void a_redirect_without_an_answer_leaves_the_final_all_unknown() {
    zone.txt("example.com", "v=spf1 redirect=dark.example")
        .fails("dark.example", RecordType.TXT, Failure.TIMEOUT);
    assertThat(analysis().all().state()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void includes_that_lead_nowhere_are_told_with_their_place() {
    zone.txt("example.com", "v=spf1 include:gone.example include:text.example -all")
        .txt("text.example", "hello");
    assertThat(analysis().problems())
        .extracting(SpfProblem::toString)
        .containsExactly(
            "example.com, position 8, include:gone.example: the included domain publishes no SPF"
                + " record (gone.example)",
            "example.com, position 29, include:text.example: the included domain publishes no SPF"
                + " record (text.example)");
    assertThat(analysis().voidLookups()).isEqualTo(1);
    assertThat(analysis().hasErrors()).isTrue();
  }

  @Test
  void loops_end_where_they_close() {
    zone.txt("example.com", "v=spf1 include:b.example redirect=example.com")
        .txt("b.example", "v=spf1 include:EXAMPLE.com -all");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.problems())
        .extracting(SpfProblem::code, SpfProblem::domain)
        .containsExactly(
            tuple(SpfCode.INCLUDE_LOOP, "b.example"), tuple(SpfCode.REDIRECT_LOOP, "example.com"));
    assertThat(zone.asked()).hasSize(2);
  }

  @Test
  void the_term_that_goes_beyond_ten_is_named() {
    zone.txt("example.com", "v=spf1 include:many.example exists:x.example mx -all")
        .txt("many.example", "v=spf1" + " a:h.example".repeat(9) + " -all")
        .add("h.example", RecordType.A, "192.0.2.1")
        .add("x.example", RecordType.A, "127.0.0.2");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.lookups()).isEqualTo(12);
    assertThat(analysis.problems())
        .filteredOn(p -> p.code() == SpfCode.LOOKUP_LIMIT)
        .singleElement()
        .extracting(SpfProblem::term)
        .isEqualTo("exists:x.example");
  }

  @Test
  void a_policy_included_twice_is_shown_once_and_counts_twice() {
    zone.txt("example.com", "v=spf1 include:b.example include:c.example -all")
        .txt("b.example", "v=spf1 include:d.example -all")
        .txt("c.example", "v=spf1 include:d.example -all")
        .txt("d.example", "v=spf1 a:h.example ip4:192.0.2.0/24 -all")
        .add("h.example", RecordType.A, "192.0.2.1");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.lookups()).isEqualTo(6);
    SpfNode again = analysis.root().children().get(1).children().get(0);
    assertThat(again.state()).isEqualTo(State.REPEATED);
    assertThat(again.total()).isEqualTo(new Lookups(1, 0));
    assertThat(analysis.authorised().ip4Addresses()).isEqualTo(256);
  }

  @Test
  void questions_that_find_nothing_are_counted_by_term() {
    zone.txt("example.com", "v=spf1 a:no.example mx:no.example exists:no.example -all");
    assertThat(codes())
        .containsExactly(
            SpfCode.VOID_LOOKUP,
            SpfCode.VOID_LOOKUP,
            SpfCode.VOID_LOOKUP,
            SpfCode.VOID_LOOKUP_LIMIT);
    assertThat(analysis().voidLookups()).isEqualTo(3);
  }

  @Test
  void a_host_with_an_address_of_one_version_is_not_void() {
    zone.txt("example.com", "v=spf1 a -all").add("example.com", RecordType.A, "192.0.2.1");
    assertThat(analysis().voidLookups()).isZero();
  }

  @Test
  void an_all_in_an_include_is_not_the_domains_own() {
    zone.txt("example.com", "v=spf1 include:b.example")
        .txt("b.example", "v=spf1 ip4:192.0.2.1 -all");
    assertThat(analysis().all()).isEqualTo(EffectiveAll.none(Presence.ABSENT, "example.com"));
    assertThat(codes()).containsExactly(SpfCode.NO_ALL);
  }

  @Test
  void anyone_may_send_also_through_an_include() {
    zone.txt("example.com", "v=spf1 include:b.example -all").txt("b.example", "v=spf1 +all");
    Authorised authorised = analysis().authorised();
    assertThat(authorised.everyone()).containsExactly(new Place("b.example", 7, "+all"));
    assertThat(authorised.ip4Addresses()).hasToString("4294967296");
  }

  @Test
  void a_name_that_always_exists_lets_anyone_send() {
    zone.txt("example.com", "v=spf1 exists:b.example -all")
        .add("b.example", RecordType.A, "192.0.2.1");
    assertThat(analysis().authorised().everyone()).hasSize(1);
  }

  @Test
  void what_does_not_pass_is_not_authorised_and_takes_back_what_follows() {
    zone.txt("example.com", "v=spf1 -ip4:192.0.2.0/25 ?include:b.example ip4:192.0.2.0/24 -all")
        .txt("b.example", "v=spf1 ip4:192.0.2.128/26 -all");
    Authorised authorised = analysis().authorised();
    assertThat(authorised.prefixes())
        .extracting(g -> g.prefix().toString())
        .containsExactly("192.0.2.0/24");
    assertThat(authorised.ip4Addresses()).isEqualTo(64);
  }

  @Test
  void targets_that_depend_on_the_client_are_told_apart_from_those_of_the_domain() {
    zone.txt(
            "example.com",
            "v=spf1 include:_spf.%{d} exists:%{i}.x.example ptr redirect=%{l}.example")
        .txt("_spf.example.com", "v=spf1 include:%{o}.b.example -all")
        .txt("example.com.b.example", "v=spf1 ip4:192.0.2.1 -all");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.authorised().ip4Addresses()).isEqualTo(1);
    assertThat(analysis.authorised().variable())
        .extracting(Place::term)
        .containsExactly("exists:%{i}.x.example", "redirect=%{l}.example");
    assertThat(analysis.authorised().ptr()).hasSize(1);
    assertThat(analysis.all().state()).isEqualTo(Presence.UNKNOWN);
    assertThat(analysis.lookups()).isEqualTo(5);
  }

  @Test
  void several_records_are_an_error_and_none_is_followed() {
    zone.txt("example.com", "v=spf1 include:b.example -all")
        .txt("example.com", "v=spf1 -all")
        .txt("example.com", "other");
    SpfAnalysis analysis = analysis();
    assertThat(analysis.root().records()).hasSize(2);
    assertThat(analysis.problems())
        .extracting(SpfProblem::code, SpfProblem::detail)
        .containsExactly(tuple(SpfCode.MULTIPLE_RECORDS, "2"));
    assertThat(zone.asked()).hasSize(1);
  }

  @Test
  void mistakes_that_check_host_passes_over_are_told() {
    zone.txt("example.com", "v=spf1 include=b.example x=y redirect=c.example a:x..example -all a")
        .txt("c.example", "v=spf1 -all");
    assertThat(codes())
        .containsExactly(
            SpfCode.NAME_CANNOT_EXIST,
            SpfCode.AFTER_ALL,
            SpfCode.MECHANISM_AS_MODIFIER,
            SpfCode.UNKNOWN_MODIFIER,
            SpfCode.REDIRECT_BESIDE_ALL);
    assertThat(analysis().lookups()).isEqualTo(1);
  }

  @Test
  void sizes_are_those_of_the_record_and_of_the_whole_response() {
    zone.add(
        "example.com",
        RecordType.TXT,
        "\"v=spf1 ip4:192.0.2.1\" \" -all\"",
        "\"" + "x".repeat(200) + "\"");
    RecordSize size = Objects.requireNonNull(analysis().root().size());
    assertThat(size.octets()).isEqualTo(25);
    assertThat(size.strings()).containsExactly(20, 5);
    assertThat(size.nameAndTexts()).isEqualTo(11 + 25 + 200);
    assertThat(size.response()).isEqualTo(12 + 13 + 4 + 12 + 27 + 12 + 201);
  }

  @Test
  void responses_that_do_not_fit_are_told() {
    zone.txt("example.com", "v=spf1 -all");
    for (int i = 0; i < 3; i++) {
      zone.txt("example.com", "x".repeat(255));
    }
    assertThat(codes()).containsExactly(SpfCode.RESPONSE_SIZE);
  }
}
