package dev.sigillo.evaluate;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Where rules put what they find: the only global of a rule base. It belongs to one session; the
 * engine tells it which control's rule is firing.
 */
public final class Findings {
  private final List<Raw> found = new ArrayList<>();
  private String control = "";

  Findings() {}

  /** What a rule reported, before waivers and unknowns. */
  record Raw(
      String control,
      Subject subject,
      String code,
      String observed,
      String expected,
      List<RowRef> rows) {}

  /**
   * Reports that a subject is not as required.
   *
   * @param subject what is judged: the control's kind of subject
   * @param code names the sentence in the control's YAML
   * @param observed the value seen: a setting, number, name or address, never a sentence; of
   *     several the list, which is written with commas, and {@code -} when it is empty
   * @param expected the value required
   * @param evidence rows it rests on; the subject's own row when none is given
   */
  public void add(
      Subject subject, String code, Object observed, Object expected, Fact... evidence) {
    List<RowRef> rows = new ArrayList<>(Arrays.stream(evidence).map(Fact::row).toList());
    if (rows.isEmpty() && subject instanceof Fact fact) {
      rows.add(fact.row());
    }
    found.add(new Raw(control, subject, code, shown(observed), shown(expected), rows));
  }

  void firing(String control) {
    this.control = control;
  }

  List<Raw> drain() {
    List<Raw> all = List.copyOf(found);
    found.clear();
    return all;
  }

  private static String shown(Object value) {
    String text = text(value);
    return text.isEmpty() ? "-" : text;
  }

  private static String text(Object value) {
    if (value instanceof Setting<?> setting) {
      return setting.toString();
    }
    if (value instanceof Collection<?> many) {
      return String.join(", ", many.stream().map(Findings::text).toList());
    }
    return Objects.toString(value);
  }
}
