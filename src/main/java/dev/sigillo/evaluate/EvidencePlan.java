package dev.sigillo.evaluate;

import dev.sigillo.control.CatalogueException;
import dev.sigillo.control.Control;
import dev.sigillo.control.Evidence;
import dev.sigillo.control.Scope;
import dev.sigillo.effective.Aspect;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.PropertyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a control's judgement rests on, resolved against the datasets: its own evidence, that of the
 * effective states it names, and what it takes to know its subjects.
 *
 * @param groups every one must be answered, by one of its alternatives
 * @param aspects effective states that must be resolved
 * @param declarations what the policy must declare
 */
record EvidencePlan(List<Group> groups, List<Aspect> aspects, Set<String> declarations) {

  static final String ATTESTATION = "attestation";
  static final String INVENTORY = "inventory";
  static final String EMERGENCY_ACCOUNTS = "emergencyAccounts";
  static final String REFERENCE_DATE = "referenceDate";
  private static final Set<String> DECLARATIONS =
      new TreeSet<>(Set.of(ATTESTATION, INVENTORY, EMERGENCY_ACCOUNTS, REFERENCE_DATE));

  /**
   * Properties of one dataset, the parameters that say how many days of it are needed and how old
   * it may be, and what makes it needless: a value elsewhere, or that nothing is sent on to
   * recipients.
   */
  record Need(
      Dataset dataset,
      List<PropertyPath> paths,
      @Nullable String windowParameter,
      @Nullable String ageParameter,
      @Nullable Exemption unless,
      boolean forRecipients) {}

  /** A value of another dataset's rows that settles the matter. */
  record Exemption(Dataset dataset, PropertyPath path, String value) {
    boolean grantedBy(Fact row) {
      return path.of(row).toString().equalsIgnoreCase(value);
    }
  }

  /** Alternatives, each a list of needs that answer together. */
  record Group(List<List<Need>> options) {
    /** Whether one alternative needs nothing of a mailbox but what these datasets answer. */
    boolean soundIn(Set<Dataset> sound) {
      for (List<Need> option : options) {
        boolean all = true;
        for (Need need : option) {
          all &=
              need.dataset().keyed() != Dataset.Keyed.BY_MAILBOX || sound.contains(need.dataset());
        }
        if (all) {
          return true;
        }
      }
      return false;
    }

    private List<List<Need>> options(Predicate<Dataset> there) {
      List<List<Need>> answered =
          options.stream()
              .filter(option -> option.stream().map(Need::dataset).allMatch(there))
              .toList();
      return answered.isEmpty() ? options.subList(0, 1) : answered;
    }

    /** Whether all of it only tells where recipients lead. */
    boolean forRecipients() {
      return options.stream().flatMap(List::stream).allMatch(Need::forRecipients);
    }
  }

  static EvidencePlan of(Control control) {
    List<Group> groups = new ArrayList<>();
    List<Aspect> aspects = new ArrayList<>();
    Set<String> declarations = new LinkedHashSet<>();
    for (Evidence evidence : control.evidence()) {
      if (evidence.effective() != null) {
        Aspect aspect = aspect(control, evidence.effective());
        aspects.add(aspect);
        aspect.needs().forEach(n -> groups.add(one(need(control, n))));
        if (!aspect.alternatives().isEmpty()) {
          groups.add(
              new Group(
                  aspect.alternatives().stream()
                      .map(option -> option.stream().map(n -> need(control, n)).toList())
                      .toList()));
        }
      } else if (evidence.declaration() != null) {
        if (!DECLARATIONS.contains(evidence.declaration())) {
          throw new CatalogueException(
              "%s: evidence: unknown declaration '%s'; allowed: %s"
                  .formatted(control.id(), evidence.declaration(), DECLARATIONS));
        }
        declarations.add(evidence.declaration());
      } else if (!evidence.anyOf().isEmpty()) {
        groups.add(
            new Group(
                evidence.anyOf().stream()
                    .map(option -> option.stream().map(e -> need(control, e)).toList())
                    .toList()));
      } else {
        groups.add(one(need(control, evidence)));
      }
    }
    SubjectLister.needs(control.subjects()).forEach(n -> groups.add(one(need(control, n))));
    return new EvidencePlan(List.copyOf(groups), List.copyOf(aspects), Set.copyOf(declarations));
  }

  /**
   * The datasets named, in order of name. Of alternatives, those count that are there; if none is,
   * the first.
   *
   * @param there whether a dataset was asked for at all
   */
  Set<Dataset> datasets(Predicate<Dataset> there) {
    return groups.stream()
        .flatMap(group -> group.options(there).stream())
        .flatMap(List::stream)
        .map(Need::dataset)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Group one(Need need) {
    return new Group(List.of(List.of(need)));
  }

  private static Need need(Control control, Evidence evidence) {
    Dataset dataset = dataset(control, String.valueOf(evidence.dataset()));
    parameter(control, "windowParameter", evidence.windowParameter());
    parameter(control, "ageParameter", evidence.ageParameter());
    if (evidence.ageParameter() != null && !dataset.isTraffic()) {
      throw new CatalogueException(
          "%s: evidence: %s has no ageParameter; allowed: datasets of mail traffic"
              .formatted(control.id(), dataset.id()));
    }
    return new Need(
        dataset,
        paths(control, dataset, evidence.properties()),
        evidence.windowParameter(),
        evidence.ageParameter(),
        exemption(control, dataset, evidence.unless()),
        evidence.forRecipients());
  }

  private static void parameter(Control control, String key, @Nullable String name) {
    if (name != null && !control.parameters().containsKey(name)) {
      throw new CatalogueException(
          "%s: evidence: %s '%s' is not a parameter; allowed: %s"
              .formatted(control.id(), key, name, control.parameters().keySet()));
    }
  }

  private static @Nullable Exemption exemption(
      Control control, Dataset needed, Evidence.@Nullable Unless unless) {
    if (unless == null) {
      return null;
    }
    Dataset dataset = dataset(control, unless.dataset());
    if (needed.keyed() != Dataset.Keyed.NO || dataset.keyed() != Dataset.Keyed.NO) {
      throw new CatalogueException(
          "%s: evidence: unless cannot join %s and %s; allowed: datasets of the whole tenant"
              .formatted(control.id(), needed.id(), dataset.id()));
    }
    return new Exemption(
        dataset, paths(control, dataset, List.of(unless.property())).get(0), unless.is());
  }

  private static Need need(Control control, dev.sigillo.effective.Need need) {
    return new Need(
        need.dataset(),
        paths(control, need.dataset(), need.properties()),
        null,
        null,
        null,
        need.forRecipients());
  }

  private static List<PropertyPath> paths(
      Control control, Dataset dataset, List<String> properties) {
    try {
      return properties.stream().map(p -> PropertyPath.of(dataset.type(), p)).toList();
    } catch (IllegalArgumentException e) {
      throw new CatalogueException(
          "%s: evidence of %s: %s".formatted(control.id(), dataset.id(), e.getMessage()), e);
    }
  }

  private static Dataset dataset(Control control, String name) {
    return Dataset.of(name)
        .orElseThrow(
            () ->
                new CatalogueException(
                    "%s: evidence: unknown dataset '%s'; allowed: %s"
                        .formatted(
                            control.id(),
                            name,
                            Arrays.stream(Dataset.values())
                                .map(Dataset::id)
                                .sorted()
                                .collect(Collectors.joining(", ")))));
  }

  private static Aspect aspect(Control control, String id) {
    boolean ofDomain = SubjectLister.ofDns(control.subjects());
    return Arrays.stream(Aspect.values())
        .filter(a -> a.id().equals(id))
        .filter(a -> a.ofDomain() ? ofDomain : control.scope() == Scope.MAILBOX)
        .findFirst()
        .orElseThrow(
            () ->
                new CatalogueException(
                    "%s: evidence: %s have no effective state '%s'; mailboxes have %s, domains and"
                        .concat(" inventory entries have %s")
                        .formatted(
                            control.id(), control.subjects().id(), id, ids(false), ids(true))));
  }

  private static List<String> ids(boolean ofDomain) {
    return Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.ofDomain() == ofDomain)
        .map(Aspect::id)
        .toList();
  }
}
