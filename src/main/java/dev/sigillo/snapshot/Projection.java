package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a row only the properties that facts know and those that name it: no secrets, no texts
 * that reveal private life. What it leaves out is noted for the manifest. Not safe for use by
 * several threads.
 */
public final class Projection {
  private final RecordBinding binding;
  private final Set<String> identity = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> forbidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> withheld = new TreeSet<>();

  private Projection(Dataset dataset, Set<PersonalText> asked) {
    binding = RecordBinding.of(dataset.type());
    identity.addAll(RowRef.identity(dataset.id()));
    if (!asked.contains(PersonalText.RULE_TEXTS)) {
      switch (dataset) {
        case INBOX_RULE -> forbidden.add("Name");
        case MESSAGE_RULE -> forbidden.add("displayName");
        default -> {}
      }
    }
    if (dataset == Dataset.USER && !asked.contains(PersonalText.DEPARTMENTS)) {
      forbidden.add("department");
    }
    if (!asked.contains(PersonalText.SUBJECTS)) {
      forbidden.add("subject");
    }
  }

  /**
   * What is kept of a dataset.
   *
   * @param ruleTexts whether names of inbox rules are kept
   */
  public static Projection of(Dataset dataset, boolean ruleTexts) {
    return of(dataset, ruleTexts ? Set.of(PersonalText.RULE_TEXTS) : Set.of());
  }

  /**
   * What is kept of a dataset.
   *
   * @param asked texts of or about people that are kept too
   */
  public static Projection of(Dataset dataset, Set<PersonalText> asked) {
    return new Projection(dataset, asked);
  }

  /** The row without the properties that are left out; values are untouched. */
  public ObjectNode keep(ObjectNode row) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : row.properties()) {
      String name = property.getKey();
      if (name.indexOf('@') >= 0) {
        continue;
      }
      boolean known = binding.component(name) != null && !forbidden.contains(name);
      if (known) {
        kept.set(name, keep(binding.nested(name), name, property.getValue()));
      } else if (identity.contains(name) && !forbidden.contains(name)) {
        kept.set(name, property.getValue());
      } else {
        withheld.add(name);
      }
    }
    return kept;
  }

  /**
   * Names of the properties that facts know and that are kept, as Microsoft writes them but for the
   * first letter's case.
   */
  public List<String> properties() {
    return binding.names().stream().filter(name -> !forbidden.contains(name)).toList();
  }

  /** Names of the properties left out so far, nested ones with dots, in order. */
  public List<String> withheld() {
    return List.copyOf(withheld);
  }

  private JsonNode keep(@Nullable RecordBinding nested, String path, JsonNode value) {
    if (nested == null) {
      return value;
    }
    if (value instanceof ArrayNode many) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode(many.size());
      many.forEach(one -> kept.add(keep(nested, path, one)));
      return kept;
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String name = property.getKey();
      if (name.indexOf('@') >= 0) {
        continue;
      }
      if (nested.component(name) == null) {
        withheld.add(path + "." + name);
      } else {
        kept.set(name, keep(nested.nested(name), path + "." + name, property.getValue()));
      }
    }
    return kept;
  }
}
