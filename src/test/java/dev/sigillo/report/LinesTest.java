package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static final double SIZE = 7.8;

  /** Every letter of the typeface for code is as wide as any other. */
  private static final double LETTER = Typeface.CODE.width("x", SIZE);

  @Test
  void an_id_is_never_torn() {
    assertThat(in("SMTPAUTH-01, SMTPAUTH-02 and IDENTITY-04", 20))
        .isEqualTo("SMTPAUTH-01, \nSMTPAUTH-02 and \nIDENTITY-04");
  }

  @Test
  void a_time_is_never_torn() {
    assertThat(in("19 Nov 2026 20:06 CET", 15)).isEqualTo("19 Nov 2026 \n20:06 CET");
  }

  @Test
  void a_word_longer_than_a_line_is_broken_after_a_slash_or_before_a_capital() {
    assertThat(in("exchange/Get-HostedOutboundSpamFilterPolicy", 22))
        .isEqualTo("exchange/\nGet-HostedOutboundSpam\nFilterPolicy");
    assertThat(in("progetto.alfa@esempio.onmicrosoft.com", 26))
        .isEqualTo("progetto.alfa\n@esempio.onmicrosoft.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "a  b   c",
        "one\ntwo three four five six",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "-all ~all ?all +all",
        "\\u{202E}\\u{202C}\\u{2066}",
        "trailing spaces      "
      })
  void every_character_is_kept(String text) {
    for (int letters : new int[] {1, 2, 7, 12, 80}) {
      assertThat(in(text, letters).replace("\n", "")).isEqualTo(text.replace("\n", ""));
    }
  }

  @Test
  void a_running_head_says_what_it_leaves_out() {
    assertThat(Lines.single("Guadagno S.p.A.", Typeface.CODE, SIZE, 10 * LETTER + 1))
        .isEqualTo("Guadagno…");
  }

  private static String in(String text, int letters) {
    return Lines.broken(text, Typeface.CODE, SIZE, letters * LETTER + 1);
  }
}
