package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TagListTest {
  @Test
  void blanks_around_names_and_values_are_dropped() {
    TagList list =
        TagList.parse("v = DMARC1 ;\tp= reject ; rua=mailto:a@b.example , mailto:c@d.example");
    assertThat(list.faults()).isEmpty();
    assertThat(list.tags()).extracting(TagList.Tag::name).containsExactly("v", "p", "rua");
    assertThat(list.tags())
        .extracting(TagList.Tag::value)
        .containsExactly("DMARC1", "reject", "mailto:a@b.example , mailto:c@d.example");
    assertThat(list.tags()).extracting(TagList.Tag::nameAt).containsExactly(0, 13, 25);
    assertThat(list.tags()).extracting(TagList.Tag::valueAt).containsExactly(4, 16, 29);
  }

  @Test
  void a_final_semicolon_is_optional_and_blanks_may_follow() {
    assertThat(TagList.parse("a=1").faults()).isEmpty();
    assertThat(TagList.parse("a=1;").faults()).isEmpty();
    assertThat(TagList.parse("a=1; ").faults()).isEmpty();
    assertThat(TagList.parse("").tags()).isEmpty();
  }

  @Test
  void a_value_may_be_empty_and_hold_equals_signs() {
    TagList list = TagList.parse("p=;k=a=b==");
    assertThat(list.tags()).extracting(TagList.Tag::value).containsExactly("", "a=b==");
  }

  @Test
  void each_fault_has_its_place() {
    assertThat(TagList.parse("a=1;;b=2").faults())
        .containsExactly(new TagList.Fault(TagFault.EMPTY_TAG, 4, ""));
    assertThat(TagList.parse("a=1; reject ;b=2").faults())
        .containsExactly(new TagList.Fault(TagFault.NO_EQUALS_SIGN, 5, "reject"));
    assertThat(TagList.parse("a=1; 2b=2; c-d=3; =4").faults())
        .containsExactly(
            new TagList.Fault(TagFault.BAD_TAG_NAME, 5, "2b"),
            new TagList.Fault(TagFault.BAD_TAG_NAME, 11, "c-d"),
            new TagList.Fault(TagFault.BAD_TAG_NAME, 18, ""));
    assertThat(TagList.parse("a=1; b=\u00e9x").faults())
        .containsExactly(new TagList.Fault(TagFault.BAD_OCTET, 7, "\u00e9x"));
    assertThat(TagList.parse("a=1; a=2").faults())
        .containsExactly(new TagList.Fault(TagFault.DUPLICATE_TAG, 5, "a=2"));
  }

  @Test
  void names_are_case_sensitive() {
    assertThat(TagList.parse("P=1; p=2").find("p").orElseThrow().value()).isEqualTo("2");
    assertThat(TagList.parse("P=1; p=2").repeats("p")).isFalse();
  }

  @Test
  void what_is_read_is_bounded() {
    assertThat(TagList.parse("a=1;".repeat(16_000)).tags()).hasSizeLessThan(201);
    TagList list = TagList.parse("x".repeat(70_000));
    assertThat(list.tags()).isEmpty();
    assertThat(list.faults()).extracting(TagList.Fault::code).containsExactly(TagFault.TOO_LONG);
  }

  @Test
  void any_octets_are_read_without_failing_and_places_lie_in_the_text() {
    Random random = new Random(6376);
    String alphabet = "vpst =;;=aZ09_-\t\r\n\u0000\u007f\u0080\u00ff,:!";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      TagList list = TagList.parse(text.toString());
      for (TagList.Tag tag : list.tags()) {
        assertThat(text.substring(tag.nameAt())).startsWith(tag.name());
        assertThat(text.substring(tag.valueAt())).startsWith(tag.value());
      }
      for (TagList.Fault fault : list.faults()) {
        assertThat(text.substring(fault.at())).startsWith(fault.text());
      }
    }
  }
}
