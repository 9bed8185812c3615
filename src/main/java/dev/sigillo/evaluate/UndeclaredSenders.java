package dev.sigillo.evaluate;

import dev.sigillo.effective.MailApp;
import dev.sigillo.snapshot.OutboundConnector;
import dev.sigillo.snapshot.TenantFacts;
import java.util.List;

/**
 * Senders that the tenant shows and the inventory lacks.
 *
 * @param mailboxes mailboxes with SMTP AUTH switched on for them
 * @param applications applications that may send by themselves
 * @param connectors enabled outbound connectors
 */
public record UndeclaredSenders(Some mailboxes, Some applications, Some connectors) {

  /**
   * Some senders of a kind.
   *
   * @param count how many there are
   * @param names names of the first of them
   */
  public record Some(long count, List<String> names) {
    private static final int NAMES = 20;

    public Some {
      names = List.copyOf(names);
    }

    static Some of(List<String> all) {
      return new Some(all.size(), all.subList(0, Math.min(all.size(), NAMES)));
    }

    /** Whether there is none. */
    public boolean none() {
      return count == 0;
    }

    /** The count, and the names in brackets, with an ellipsis where there are more. */
    @Override
    public String toString() {
      String shown = String.join(", ", names);
      return "%d (%s%s)".formatted(count, shown, count > names.size() ? ", …" : "");
    }
  }

  static UndeclaredSenders of(
      Register register, Census census, List<MailApp> apps, TenantFacts facts) {
    return new UndeclaredSenders(
        new Some(census.undeclaredSmtpAuth(), census.undeclaredSmtpAuthNames()),
        Some.of(
            apps.stream()
                .filter(app -> app.sends() && !register.holdsApp(app.appId()))
                .map(MailApp::name)
                .toList()),
        Some.of(
            facts.all(OutboundConnector.class).stream()
                .filter(one -> one.enabled().is(true))
                .map(one -> one.name().orElse(one.row().id()))
                .filter(name -> !register.holdsConnector(name))
                .toList()));
  }
}
