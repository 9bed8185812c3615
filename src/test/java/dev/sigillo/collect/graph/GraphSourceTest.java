package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSourceTest {

  @Test
  void questions_that_differ_in_one_place_are_written_once() {
    assertThat(
            GraphSource.together(
                List.of(
                    "GET /signIns?$filter=client eq 'POP3'&$top=9",
                    "GET /signIns?$filter=client eq 'POP'&$top=9",
                    "GET /signIns?$filter=client eq 'IMAP4'&$top=9")))
        .isEqualTo("GET /signIns?$filter=client eq '{POP3 | POP | IMAP4}'&$top=9");
  }

  @Test
  void a_time_is_not_cut_in_two() {
    assertThat(
            GraphSource.together(
                List.of(
                    "GET /traces?$filter=at ge 2026-11-12",
                    "GET /traces?$filter=at ge 2026-11-22")))
        .isEqualTo("GET /traces?$filter=at ge {2026-11-12 | 2026-11-22}");
  }

  @Test
  void one_question_is_itself() {
    assertThat(GraphSource.together(List.of("GET /users"))).isEqualTo("GET /users");
  }

  @Test
  void questions_with_nothing_in_common_stand_side_by_side() {
    assertThat(GraphSource.together(List.of("GET /a", "POST /b"))).isEqualTo("{GET /a | POST /b}");
  }
}
