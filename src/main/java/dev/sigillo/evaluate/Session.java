package dev.sigillo.evaluate;

import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** One run of a rule base over a handful of facts. */
final class Session {
  private Session() {}

  /** Fires every rule and returns what was found. */
  static List<Findings.Raw> run(KieBase base, Collection<?> context, Collection<?> facts) {
    Findings findings = new Findings();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("findings", findings);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              findings.firing(RuleBases.controlOf(event.getMatch().getRule().getName()));
            }
          });
      context.forEach(session::insert);
      facts.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return findings.drain();
  }
}
