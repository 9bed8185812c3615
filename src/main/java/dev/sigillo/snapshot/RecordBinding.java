package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the properties of a JSON object become the settings of a record. */
final class RecordBinding {
  private static final ClassValue<RecordBinding> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordBinding computeValue(Class<?> type) {
          return new RecordBinding(type);
        }
      };

  private final MethodHandle constructor;
  private final RecordComponent[] components;
  private final @Nullable Reading[] readings;
  private final boolean hasRow;
  private final Map<String, Integer> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * The spellings that services use, for speed: all others are looked up without regard to case.
   */
  private final Map<String, Integer> bySpelling = new HashMap<>();

  private RecordBinding(Class<?> type) {
    components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type + " is no record");
    }
    hasRow = components.length > 0 && components[0].getType() == RowRef.class;
    readings = new Reading[components.length];
    for (int i = hasRow ? 1 : 0; i < components.length; i++) {
      String name = components[i].getName();
      byName.put(name, i);
      bySpelling.put(name, i);
      bySpelling.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), i);
      readings[i] = reading(components[i]);
    }
    constructor = constructor(type, components);
  }

  static RecordBinding of(Class<?> type) {
    return CACHE.get(type);
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.lookup()
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(type + " cannot be made", e);
    }
  }

  private static Reading reading(RecordComponent component) {
    if (component.getType() != Setting.class
        || !(component.getGenericType() instanceof ParameterizedType setting)) {
      throw new IllegalArgumentException(component + " is no Setting");
    }
    return reading(component.getName(), setting.getActualTypeArguments()[0]);
  }

  private static Reading reading(String name, Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Type element = list.getActualTypeArguments()[0];
      if (element == String.class) {
        boolean joined = name.equals("accessRights") || name.equals("arcTrustedSealers");
        return node -> Reading.strings(node, joined);
      }
      Reading one = reading(name, element);
      return node -> Reading.list(node, one);
    }
    if (type == Boolean.class) {
      return Reading::bool;
    } else if (type == Long.class) {
      return Reading::number;
    } else if (type == String.class) {
      return name.toLowerCase(Locale.ROOT).endsWith("identity")
          ? Reading::identity
          : Reading::string;
    } else if (type == Limit.class) {
      return Reading::limit;
    } else if (type == Instant.class) {
      return Reading::instant;
    } else if (type == Duration.class) {
      return Reading::duration;
    } else if (type == JsonNode.class) {
      return Reading::any;
    } else if (type instanceof Class<?> nested && nested.isRecord()) {
      return node -> Reading.record(node, of(nested));
    }
    throw new IllegalArgumentException("no setting of type " + type);
  }

  /** Names of the properties, as Microsoft writes them but for the first letter's case. */
  Set<String> names() {
    return byName.keySet();
  }

  /** The component that a property becomes; null when the record does not know it. */
  @Nullable RecordComponent component(String property) {
    Integer index = byName.get(property);
    return index == null ? null : components[index];
  }

  /** How the records in a property are bound; null when it holds something else. */
  @Nullable RecordBinding nested(String property) {
    RecordComponent component = component(property);
    Class<?> type = component == null ? null : nested(component);
    return type == null ? null : of(type);
  }

  /** The record in a setting or in a setting's list; null when it holds something else. */
  static @Nullable Class<?> nested(RecordComponent component) {
    if (!(component.getGenericType() instanceof ParameterizedType setting)) {
      return null;
    }
    Type inner = setting.getActualTypeArguments()[0];
    if (inner instanceof ParameterizedType list) {
      inner = list.getActualTypeArguments()[0];
    }
    return inner instanceof Class<?> type && type.isRecord() && type != Limit.class ? type : null;
  }

  /** Makes the record; {@code row} is null for a nested one. */
  Object read(@Nullable RowRef row, @Nullable ObjectNode object) {
    Object[] values = new Object[components.length];
    Arrays.fill(values, Setting.absent());
    if (hasRow) {
      values[0] = row;
    }
    boolean[] filled = new boolean[components.length];
    if (object != null) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        Integer index = bySpelling.get(field.getKey());
        if (index == null) {
          index = byName.get(field.getKey());
        }
        if (index != null) {
          values[index] =
              filled[index]
                  ? Setting.unreadable("said twice")
                  : setting(readings[index], field.getValue());
          filled[index] = true;
        }
      }
    }
    try {
      return constructor.invokeExact(values);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Setting<?> setting(@Nullable Reading reading, JsonNode node) {
    if (reading == null || node.isNull()) {
      return Setting.ofNull();
    }
    Object value = reading.read(node);
    if (value == null) {
      String raw = node.isValueNode() ? node.asText() : node.toString();
      return Setting.unreadable(Printable.of(raw));
    }
    return Setting.of(value);
  }
}
