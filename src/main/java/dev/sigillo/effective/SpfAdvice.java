package dev.sigillo.effective;

import dev.sigillo.mailauth.spf.Directive;
import dev.sigillo.mailauth.spf.Mechanism;
import dev.sigillo.mailauth.spf.Modifier;
import dev.sigillo.mailauth.spf.Qualifier;
import dev.sigillo.mailauth.spf.SpfRecord;
import dev.sigillo.policy.InventoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the SPF record that a sending domain should have: what its records say now, without what
 * must not stand there, and with what is missing.
 */
final class SpfAdvice {
  /** What a domain publishes that never sends. */
  static final String NEVER = SpfRecord.VERSION + " -all";

  private static final String EXCHANGE_ONLINE = "include:spf.protection.outlook.com";
  private static final String SOFT = "~all";

  private final Set<String> terms = new LinkedHashSet<>();
  private String end = "";

  /**
   * Gathers what records say. Terms that use {@code ptr}, or are among the harmful ones, are left
   * out; {@code -all}, {@code ~all} and a single redirect stay as they are.
   *
   * @param records the records that are there
   * @param harmful terms to leave out, as a record would write them
   * @param inventory what the organisation declares to send: asked when the records name nobody
   */
  SpfAdvice(List<SpfRecord> records, List<String> harmful, List<InventoryEntry> inventory) {
    List<String> redirects = new ArrayList<>();
    for (SpfRecord record : records) {
      for (Directive directive : record.directives()) {
        if (directive.mechanism() instanceof Mechanism.All) {
          soften(directive.qualifier());
          break;
        }
        String term = directive.toString();
        if (!(directive.mechanism() instanceof Mechanism.Ptr) && !harmful.contains(term)) {
          terms.add(term);
        }
      }
      if (record.all().isEmpty()) {
        record
            .redirect()
            .map(Modifier.Redirect::toString)
            .filter(redirect -> !harmful.contains(redirect))
            .ifPresent(redirects::add);
      }
    }
    if (end.isEmpty() && redirects.size() == 1 && records.size() == 1) {
      end = redirects.get(0);
    }
    if (terms.isEmpty() && !end.startsWith("redirect")) {
      terms.add(EXCHANGE_ONLINE);
      inventory.stream().map(InventoryEntry::spf).filter(Objects::nonNull).forEach(terms::add);
    }
  }

  private void soften(Qualifier qualifier) {
    end = qualifier == Qualifier.SOFTFAIL || end.equals(SOFT) ? SOFT : "-all";
  }

  /** Adds a term unless it is there. */
  SpfAdvice with(String term) {
    terms.add(term);
    return this;
  }

  /** The record, with the end it has. */
  String record() {
    return record(end.isEmpty() ? "-all" : end);
  }

  /** The record with another end. */
  String record(String wanted) {
    return SpfRecord.VERSION
        + " "
        + (terms.isEmpty() ? "" : String.join(" ", terms) + " ")
        + wanted;
  }
}
