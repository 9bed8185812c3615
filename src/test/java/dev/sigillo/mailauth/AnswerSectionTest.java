package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSectionTest {
  private static final Question TXT = new Question("Example.COM.", RecordType.TXT);

  @Test
  void records_are_found_behind_aliases() {
    Answer answer =
        AnswerSection.read(
            TXT,
            "NOERROR",
            List.of(
                "example.com.\t300\tIN\tCNAME\tother.example.",
                "Other.Example. 60 IN TXT \"a  b\" \"c\"",
                "third.example. 60 IN TXT \"not this\""),
            true);
    assertThat(answer)
        .isEqualTo(new Answer.Found(List.of("\"a  b\" \"c\""), List.of("other.example"), true));
  }

  @Test
  void no_data_and_no_such_name_stay_apart() {
    assertThat(AnswerSection.read(TXT, "NOERROR", List.of(), false))
        .isEqualTo(new Answer.NoData(List.of(), false));
    assertThat(AnswerSection.read(TXT, "NXDOMAIN", List.of(), false))
        .isEqualTo(new Answer.NoSuchName(List.of(), false));
  }

  @Test
  void an_alias_asked_for_is_not_followed() {
    Question cname = new Question("s1._domainkey.example.com", RecordType.CNAME);
    assertThat(
            AnswerSection.read(
                    cname,
                    "NOERROR",
                    List.of("s1._domainkey.example.com. 300 IN CNAME target.example."),
                    false)
                .found())
        .containsExactly("target.example.");
  }

  @Test
  void a_loop_of_aliases_is_no_answer() {
    assertThat(
            AnswerSection.read(
                TXT,
                "NOERROR",
                List.of("example.com. 1 IN CNAME b.example.", "b.example. 1 IN CNAME example.com."),
                false))
        .isEqualTo(new Answer.Failed(Failure.ALIAS_LOOP, "example.com"));
  }

  @Test
  void failures_keep_their_names() {
    assertThat(AnswerSection.read(TXT, "SERVFAIL", List.of(), false))
        .isEqualTo(new Answer.Failed(Failure.SERVFAIL, "SERVFAIL"));
    assertThat(AnswerSection.read(TXT, "NOTIMP", List.of(), false))
        .isEqualTo(new Answer.Failed(Failure.OTHER_RCODE, "NOTIMP"));
    assertThat(AnswerSection.read(TXT, "NOERROR", List.of("nonsense"), false))
        .isEqualTo(new Answer.Failed(Failure.MALFORMED, "nonsense"));
  }
}
