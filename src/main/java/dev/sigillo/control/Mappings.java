package dev.sigillo.control;

import java.util.List;

/**
 * Where a requirement stands in the frameworks: ids only.
 *
 * @param scuba SCuBA policy ids
 * @param cis CIS Microsoft 365 Foundations recommendation numbers
 * @param nist NIST SP 800-53 controls
 * @param iso27001 ISO 27001 Annex A controls
 * @param attack MITRE ATT&amp;CK techniques
 * @param checklist items of the prevention checklist, 1 to 7
 */
public record Mappings(
    List<String> scuba,
    List<String> cis,
    List<String> nist,
    List<String> iso27001,
    List<String> attack,
    List<String> checklist) {

  public Mappings {
    scuba = scuba == null ? List.of() : List.copyOf(scuba);
    cis = cis == null ? List.of() : List.copyOf(cis);
    nist = nist == null ? List.of() : List.copyOf(nist);
    iso27001 = iso27001 == null ? List.of() : List.copyOf(iso27001);
    attack = attack == null ? List.of() : List.copyOf(attack);
    checklist = checklist == null ? List.of() : List.copyOf(checklist);
  }
}
