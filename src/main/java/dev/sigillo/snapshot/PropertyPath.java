package dev.sigillo.snapshot;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A property of a fact, nested ones with dots ({@code conditions.users.includeUsers}), as evidence
 * names it. Case does not matter.
 */
public final class PropertyPath {
  private final String path;
  private final List<Method> accessors;

  private PropertyPath(String path, List<Method> accessors) {
    this.path = path;
    this.accessors = accessors;
  }

  /**
   * Finds a property.
   *
   * @throws IllegalArgumentException naming what is allowed when there is no such property
   */
  public static PropertyPath of(Class<? extends Fact> type, String path) {
    List<Method> accessors = new ArrayList<>();
    Class<?> owner = type;
    for (String name : path.split("\\.", -1)) {
      RecordBinding binding = owner == null ? null : RecordBinding.of(owner);
      RecordComponent component = binding == null ? null : binding.component(name);
      if (component == null) {
        throw new IllegalArgumentException(
            "%s has no property %s (allowed: %s)"
                .formatted(
                    type.getSimpleName(),
                    path,
                    binding == null ? "none below it" : String.join(", ", binding.names())));
      }
      accessors.add(component.getAccessor());
      owner = RecordBinding.nested(component);
    }
    return new PropertyPath(path, accessors);
  }

  /**
   * The setting there. Below a null it is null, below one that was not said or is unreadable it is
   * that; in a list of records it is the first one that is not known, else the list of all.
   */
  public Setting<?> of(Fact fact) {
    return follow(fact, 0);
  }

  private Setting<?> follow(Object owner, int depth) {
    Setting<?> setting;
    try {
      setting = (Setting<?>) accessors.get(depth).invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    Object value = setting.orNull();
    if (depth + 1 == accessors.size() || value == null) {
      return setting;
    }
    if (!(value instanceof List<?> many)) {
      return follow(value, depth + 1);
    }
    List<Object> all = new ArrayList<>();
    for (Object one : many) {
      Setting<?> below = follow(one, depth + 1);
      if (!below.known()) {
        return below;
      }
      all.add(below);
    }
    return Setting.of(all);
  }

  /** The path as it was written. */
  @Override
  public String toString() {
    return path;
  }
}
