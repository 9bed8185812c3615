package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.AttestationUse;
import dev.sigillo.assessment.Assessment.InventoryUse;
import dev.sigillo.assessment.Assessment.WaiverUse;
import dev.sigillo.policy.InventoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the organisation declares, and what became of it. */
final class DeclarationsSection {
  private static final long SOON_DAYS = 90;

  private final Content content;
  private final Words words;
  private final Assessment assessment;

  DeclarationsSection(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
  }

  void write() {
    content.sectionWithLead("declarations");
    content.heading(words.say("waivers"));
    content.table(
        "five",
        List.of(
            words.say("control"),
            words.say("subject"),
            words.say("reason"),
            words.say("waivers.who"),
            words.say("status")),
        assessment.policy().waivers().stream().map(this::waiver).toList(),
        words.say("waivers.none"));
    content.heading(words.say("attestations"));
    content.table(
        "five",
        List.of(
            words.say("control"),
            words.say("attestations.by"),
            words.say("attestations.statement"),
            words.say("attestations.evidence"),
            words.say("status")),
        assessment.policy().attestations().stream().map(this::attestation).toList(),
        words.say("attestations.none"));
    if (!assessment.score().declaredPoints().equals("0")) {
      content.para(
          words.say(
              "attestations.points",
              words.decimal(Fractions.tenth(assessment.score().declaredPoints())),
              words.decimal(Fractions.tenth(assessment.score().earned()))));
    }
    content.heading(words.say("inventory"));
    content.table(
        "five",
        List.of(
            words.say("name"),
            words.say("inventory.owner"),
            words.say("inventory.identity"),
            words.say("inventory.credential"),
            words.say("inventory.seen")),
        assessment.policy().inventory().stream().map(this::sender).toList(),
        words.say("inventory.none"));
  }

  private Row waiver(WaiverUse use) {
    List<String> state = new ArrayList<>();
    state.add(words.say("waiver." + use.state()));
    if (use.state() == WaiverUse.State.LIVE && use.daysLeft() <= SOON_DAYS) {
      state.add(words.say("waiver.soon", use.daysLeft()));
    }
    if (use.state() == WaiverUse.State.LIVE && use.findings() == 0) {
      state.add(words.say("waiver.unused"));
    }
    if (use.blanket()) {
      state.add(words.say("waiver.blanket"));
    }
    return new Row()
        .code(use.waiver().control())
        .add(use.waiver().subject() + "\n" + words.say("waiver.covers", use.subjects()))
        .add(use.waiver().reason())
        .add(
            words.say(
                "waiver.dates",
                use.waiver().owner(),
                use.waiver().approver(),
                words.date(use.waiver().approvedOn()),
                words.date(use.waiver().expires())))
        .tone(
            String.join(", ", state),
            use.state() == WaiverUse.State.LIVE && !use.blanket() ? Tone.INFO : Tone.WARN);
  }

  private Row attestation(AttestationUse use) {
    return new Row()
        .code(use.attestation().control())
        .add(use.attestation().by() + "\n" + words.date(use.attestation().on()))
        .add(use.attestation().statement())
        .add(words.stated(use.attestation().evidence()))
        .tone(
            words.say(
                use.live() ? "attestation.live" : "attestation.dead",
                words.date(use.attestation().validUntil())),
            use.live() ? Tone.INFO : Tone.WARN);
  }

  private Row sender(InventoryUse use) {
    InventoryEntry e = use.entry();
    String identity =
        String.join(
            "\n",
            Stream.of(
                    e.mailbox(),
                    e.appId(),
                    e.connector(),
                    e.spf(),
                    e.dkimSelector(),
                    e.ip(),
                    e.server())
                .filter(Objects::nonNull)
                .toList());
    InventoryEntry.Credential credential = e.credential();
    return new Row()
        .add(e.name() + "\n" + words.say("sender." + e.kind()))
        .add(e.owner() + "\n" + words.say("inventory.reviewed", words.date(e.reviewedOn())))
        .code(identity.isEmpty() ? "–" : identity)
        .add(
            credential == null
                ? words.say("not-stated")
                : words.orSelf("credential.", credential.kind())
                    + "\n"
                    + words.date(credential.rotatedOn()))
        .tone(
            words.say("seen." + use.seen()),
            switch (use.seen()) {
              case SEEN -> Tone.GOOD;
              case NOT_SEEN -> Tone.WARN;
              case UNKNOWN -> Tone.NEUTRAL;
            });
  }
}
