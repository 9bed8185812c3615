package dev.sigillo.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property as a service reported it: a value, null (said by the service, often "inherits"),
 * absent (not said at all) or unreadable (said in a form that has lost its meaning, such as a .NET
 * type name in a CSV cell).
 *
 * <p>Every question answers no for an absent or unreadable setting, so a rule can only match what
 * was really observed. Never negate a question: ask the opposite one ({@code above} instead of
 * {@code !atMost}).
 *
 * @param <T> type of the value
 */
public sealed interface Setting<T> {

  /** The service gave a value. */
  record Value<T>(T value) implements Setting<T> {
    @Override
    public String toString() {
      return value instanceof Collection<?> many
          ? String.join(", ", many.stream().map(String::valueOf).toList())
          : String.valueOf(value);
    }
  }

  /** The service said null. */
  record Null<T>() implements Setting<T> {
    private static final Setting<?> ONLY = new Null<>();

    @Override
    public String toString() {
      return "null";
    }
  }

  /** The service, or the export, did not mention the property. */
  record Absent<T>() implements Setting<T> {
    private static final Setting<?> ONLY = new Absent<>();

    @Override
    public String toString() {
      return "(absent)";
    }
  }

  /** The property was there, in a form that cannot be understood. */
  record Unreadable<T>(String raw) implements Setting<T> {
    @Override
    public String toString() {
      return "(unreadable)";
    }
  }

  static <T> Setting<T> of(T value) {
    return new Value<>(value);
  }

  @SuppressWarnings("unchecked") // holds nothing of any type
  static <T> Setting<T> ofNull() {
    return (Setting<T>) Null.ONLY;
  }

  @SuppressWarnings("unchecked") // holds nothing of any type
  static <T> Setting<T> absent() {
    return (Setting<T>) Absent.ONLY;
  }

  static <T> Setting<T> unreadable(String raw) {
    return new Unreadable<>(raw);
  }

  /** Whether the service answered: a value or null. */
  default boolean known() {
    return this instanceof Value || this instanceof Null;
  }

  /** The value, or null for null, absent and unreadable. */
  default @Nullable T orNull() {
    return this instanceof Value<T> v ? v.value() : null;
  }

  /** The value, or the given one for null, absent and unreadable. */
  default T orElse(T other) {
    return this instanceof Value<T> v ? v.value() : other;
  }

  default boolean isNull() {
    return this instanceof Null;
  }

  /** Equal to the value; text is compared without regard to case, as PowerShell does. */
  default boolean is(T expected) {
    T value = orNull();
    return value != null && same(value, expected);
  }

  /** A value that differs from the given one; null differs too. */
  default boolean isNot(T expected) {
    return known() && !is(expected);
  }

  /** Equal to one of the values. */
  default boolean in(Collection<? extends T> expected) {
    for (T one : expected) {
      if (is(one)) {
        return true;
      }
    }
    return false;
  }

  /** Known, and equal to none of the values; null is none of them. */
  default boolean notIn(Collection<? extends T> expected) {
    return known() && !in(expected);
  }

  /** Null, blank text or an empty list, as said by the service. */
  default boolean isEmpty() {
    T value = orNull();
    return known()
        && (value == null
            || (value instanceof String text && text.isBlank())
            || (value instanceof Collection<?> many && many.isEmpty()));
  }

  /** A value that is not blank and not an empty list. */
  default boolean notEmpty() {
    return known() && !isEmpty();
  }

  /** A list that holds the element, or a text equal to it; case does not matter. */
  default boolean has(Object element) {
    T value = orNull();
    if (value instanceof Collection<?> many) {
      for (Object one : many) {
        if (one != null && same(one, element)) {
          return true;
        }
      }
      return false;
    }
    return value != null && same(value, element);
  }

  /** Known, and without the element. */
  default boolean lacks(Object element) {
    return known() && !has(element);
  }

  /** A number above the bound; an unlimited {@link Limit} is above every bound. */
  default boolean above(long bound) {
    Long number = number();
    return (orNull() instanceof Limit limit && limit.unlimited())
        || (number != null && number > bound);
  }

  /** A number at or below the bound. */
  default boolean atMost(long bound) {
    Long number = number();
    return number != null && number <= bound;
  }

  /** A number below the bound. */
  default boolean below(long bound) {
    return atMost(bound - 1);
  }

  /** The value as a list: a list as it is, one value as a list of one, anything else empty. */
  default List<String> list() {
    T value = orNull();
    if (value instanceof Collection<?> many) {
      List<String> texts = new ArrayList<>(many.size());
      many.forEach(one -> texts.add(String.valueOf(one)));
      return texts;
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  private @Nullable Long number() {
    Object value = orNull();
    if (value instanceof Limit limit) {
      return limit.unlimited() ? null : (Long) limit.count();
    }
    return value instanceof Number number ? (Long) number.longValue() : null;
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return SameText.ignoringCase(a, b);
    }
    return left.equals(right);
  }
}
