package dev.sigillo.incident.dossier;

import java.util.ArrayList;
import java.util.List;

/**
 * What the evidence says of the cause, with its grounds and with what is not known. A listing of
 * the shared pool is never taken for innocence: that nothing suspicious was found counts only as
 * far as it was looked for.
 *
 * @param kind what it comes to
 * @param grounds why, each a code with values
 * @param suspects own causes to look into, strong ones first
 * @param unknowns codes of what is not known
 */
public record Verdict(
    Kind kind, List<Ground> grounds, List<Suspect> suspects, List<Ground> unknowns) {

  /** What it comes to. */
  public enum Kind {
    /** Exchange Online's shared addresses are listed, and no sign of an own cause was found. */
    SHARED_POOL,
    /** They are listed, and own sending looks unusual. */
    SHARED_POOL_AND_SIGNS,
    /** The address refused is not of the shared pool: the organisation's own, or a relay's. */
    OWN_ADDRESS,
    /** Most refusals have another reason than a block list. */
    OTHER,
    /** The evidence does not say. */
    UNCLEAR
  }

  /**
   * Something that supports the verdict, or is missing.
   *
   * @param code names the sentence
   * @param values numbers and names it is filled with
   */
  public record Ground(String code, List<Object> values) {
    public Ground {
      values = List.copyOf(values);
    }

    static Ground of(String code, Object... values) {
      return new Ground(code, List.of(values));
    }
  }

  public Verdict {
    grounds = List.copyOf(grounds);
    suspects = List.copyOf(suspects);
    unknowns = List.copyOf(unknowns);
  }

  /** Whether it comes to a listing of the shared pool, whatever else. */
  public boolean blamesSharedPool() {
    return kind == Kind.SHARED_POOL || kind == Kind.SHARED_POOL_AND_SIGNS;
  }

  /**
   * The verdict.
   *
   * @param incident what was read
   * @param found suspects from an assessment
   * @param assessed whether there was an assessment
   */
  public static Verdict of(Incident incident, List<Suspect> found, boolean assessed) {
    List<Suspect> suspects = new ArrayList<>(Suspects.of(incident));
    suspects.addAll(found);
    suspects.sort((a, b) -> Boolean.compare(b.strong(), a.strong()));
    return new Verdict(
        kind(incident, suspects.stream().anyMatch(Suspect::strong)),
        grounds(incident),
        suspects,
        unknowns(incident, assessed));
  }

  private static Kind kind(Incident incident, boolean signs) {
    Failures failures = incident.failures();
    if (failures == null || failures.failed() == 0) {
      return Kind.UNCLEAR;
    }
    if (failures.blocked() * 2 < failures.failed()) {
      long atMost = failures.blocked() + failures.untold();
      return atMost * 2 < failures.failed() ? Kind.OTHER : Kind.UNCLEAR;
    }
    if (failures.blockedShared() == 0) {
      return failures.blockedElsewhere() > 0 ? Kind.OWN_ADDRESS : Kind.UNCLEAR;
    }
    if (failures.blockedElsewhere() > failures.blockedShared()) {
      return Kind.OWN_ADDRESS;
    }
    return signs ? Kind.SHARED_POOL_AND_SIGNS : Kind.SHARED_POOL;
  }

  private static List<Ground> grounds(Incident incident) {
    List<Ground> grounds = new ArrayList<>();
    Failures r = incident.failures();
    if (r != null && r.failed() > 0) {
      grounds.add(Ground.of("blocked", r.blocked(), r.failed()));
      if (!r.lists().isEmpty()) {
        grounds.add(
            Ground.of("lists", String.join(", ", r.lists().stream().map(Counted::name).toList())));
      }
      if (r.blockedShared() > 0) {
        grounds.add(Ground.of("shared", r.blockedShared(), r.blocked()));
      }
      if (r.blockedElsewhere() > 0) {
        grounds.add(Ground.of("elsewhere", r.blockedElsewhere()));
      }
      if (!r.senders().isEmpty() && !r.domains().isEmpty()) {
        grounds.add(
            Ground.of(
                "spread", r.senders().size(), r.domains().size(), r.senders().get(0).failed()));
      }
      if (r.blocked() * 2 < r.failed() && !r.reasons().isEmpty()) {
        grounds.add(Ground.of("reason", r.reasons().get(0).name(), r.reasons().get(0).failed()));
      }
    }
    Trace t = incident.trace();
    if (t != null && !t.onlyFailures()) {
      grounds.add(Ground.of(t.own() ? "trace" : "trace-all", t.failed(), t.answered()));
    }
    if (t != null && t.hasBaseline() && t.spikes().isEmpty()) {
      Thresholds limits = t.thresholds();
      grounds.add(Ground.of("no-spikes", t.days(), limits.deviations(), limits.spikeAtLeast()));
    }
    return grounds;
  }

  private static List<Ground> unknowns(Incident incident, boolean assessed) {
    List<Ground> unknowns = new ArrayList<>();
    Failures r = incident.failures();
    if (r == null) {
      unknowns.add(Ground.of("no-reports"));
    } else {
      unknowns.add(
          r.traced()
              ? Ground.of("only-traced", r.untold(), r.failed())
              : Ground.of("reports-given"));
      if (r.unaddressed() > 0) {
        unknowns.add(Ground.of("unaddressed", r.unaddressed()));
      }
    }
    Trace t = incident.trace();
    if (t == null) {
      unknowns.add(Ground.of("no-trace"));
    } else if (!t.own()) {
      unknowns.add(Ground.of("no-domains"));
    } else if (!t.hasBaseline()) {
      unknowns.add(
          t.onlyFailures()
              ? Ground.of("only-failures")
              : Ground.of("short-trace", t.days(), t.thresholds().baselineDays()));
    }
    if ((r != null && r.cut()) || (t != null && t.incomplete())) {
      unknowns.add(Ground.of("cut"));
    }
    if (!assessed) {
      unknowns.add(Ground.of("no-assessment"));
    }
    if (!incident.source().gaps().isEmpty()) {
      unknowns.add(Ground.of("gaps", String.join(", ", incident.source().gaps())));
    }
    unknowns.add(Ground.of("content"));
    unknowns.add(Ground.of("whose"));
    unknowns.add(Ground.of("listed-now"));
    return unknowns;
  }

  /** What the mail itself makes suspicious. */
  private static final class Suspects {
    /** A sender has to have so many refusals, and half of all, to stand out. */
    private static final long STANDS_OUT = 20;

    static List<Suspect> of(Incident incident) {
      List<Suspect> suspects = new ArrayList<>();
      Trace t = incident.trace();
      if (t != null && t.hasBaseline()) {
        for (Trace.Spike sender : t.spikes()) {
          suspects.add(
              new Suspect(
                  Suspect.Kind.ACCOUNT,
                  sender.address(),
                  "spike",
                  List.of(
                      String.valueOf(sender.messages()),
                      sender.day().toString(),
                      String.valueOf(sender.usual())),
                  true));
        }
      }
      Failures r = incident.failures();
      if (r != null && !r.senders().isEmpty()) {
        Counted top = r.senders().get(0);
        if (!top.name().isEmpty()
            && r.senders().size() > 1
            && top.failed() >= STANDS_OUT
            && top.failed() * 2 >= r.failed()) {
          suspects.add(
              new Suspect(
                  Suspect.Kind.ACCOUNT,
                  top.name(),
                  "most-refused",
                  List.of(String.valueOf(top.failed()), String.valueOf(r.failed())),
                  false));
        }
      }
      return suspects;
    }
  }
}
