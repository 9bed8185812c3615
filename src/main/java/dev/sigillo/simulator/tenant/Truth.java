package dev.sigillo.simulator.tenant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit of a scenario must say, as its author knows it.
 *
 * @param controls by control id
 */
public record Truth(Map<String, Expected> controls) {
  public Truth {
    controls = Map.copyOf(controls);
  }

  /**
   * What an audit must say that takes no logs: nobody asked what people did, so nothing can be said
   * of it.
   */
  public Truth withoutLogs() {
    Map<String, Expected> rest = new TreeMap<>(controls);
    rest.replace("FORWARDING-08", new Expected(Verdict.NOT_ASSESSED, List.of(), List.of(), 0));
    rest.replace("SMTPAUTH-05", new Expected(Verdict.NOT_ASSESSED, List.of(), List.of(), 1));
    return new Truth(rest);
  }

  /** The controls in order of their ids. */
  public Map<String, Expected> ordered() {
    return new TreeMap<>(controls);
  }

  /** How a control comes out. */
  public enum Verdict {
    /** Every subject is in order. */
    PASS,
    /** A subject is not in order. */
    FAIL,
    /** Every finding is waived. */
    ACCEPTED,
    /** Evidence is missing. */
    NOT_ASSESSED,
    /** There is nothing to judge. */
    NOT_APPLICABLE
  }

  /**
   * What is said of a control.
   *
   * @param findings those that count, each once, in order
   * @param waived those that a waiver covers, each once, in order
   * @param unknown how many subjects cannot be judged
   */
  public record Expected(Verdict verdict, List<Said> findings, List<Said> waived, int unknown) {
    public Expected {
      findings = findings.stream().distinct().sorted().toList();
      waived = waived.stream().distinct().sorted().toList();
    }
  }

  /**
   * A finding.
   *
   * @param subject as people know it: an address, a domain, a name
   * @param code what is wrong, as the control names it
   */
  public record Said(String subject, String code) implements Comparable<Said> {
    @Override
    public int compareTo(Said other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject == 0 ? code.compareTo(other.code) : bySubject;
    }
  }
}
