package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.Spf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may send in each domain's name; for those in trouble, the tree and a better record. */
final class SpfPage {
  private final Content content;
  private final DnsWords words;

  SpfPage(Content content) {
    this.content = content;
    this.words = new DnsWords(content);
  }

  void write(List<DomainResult> domains) {
    content.page().heading(words.say("domains.spf")).para(words.say("domains.spf.lead"));
    content.table(
        "spf",
        words.heads("domain", "dns.record", "spf.end", "spf.lookups", "spf.voids", "status"),
        domains.stream().map(this::row).toList(),
        words.say("domains.none"));
    words.describe(
        "domains.spf.of", domains.stream().filter(SpfPage::troubled).toList(), this::describe);
  }

  private Row row(DomainResult d) {
    Spf spf = d.spf();
    return new Row()
        .add(d.domain())
        .code(String.join("\n", spf.records()))
        .code(DnsWords.or(spf.all()))
        .tone(count(spf.lookups()), tone(spf.lookups(), SpfDrawing.LOOKUPS))
        .tone(count(spf.voidLookups()), tone(spf.voidLookups(), SpfDrawing.VOID_LOOKUPS))
        .tone(words.state(spf.state()), DnsWords.tone(spf.state()));
  }

  private static boolean troubled(DomainResult d) {
    Spf spf = d.spf();
    return !spf.problems().isEmpty() || spf.recommended() != null || !spf.unresolved().isEmpty();
  }

  private void describe(DomainResult d) {
    Spf spf = d.spf();
    words.problems(spf.problems(), spf.unresolved());
    if (spf.tree() != null) {
      SpfDrawing drawing = SpfDrawing.of(spf.tree(), content.words());
      content.picture(drawing.svg(), drawing.alt(), drawing.height());
    }
    words.publish(d.domain(), spf.recommended());
  }

  private String count(@Nullable Integer count) {
    return count == null ? "–" : content.words().number(count);
  }

  private static Tone tone(@Nullable Integer count, int limit) {
    return count == null ? Tone.NEUTRAL : SpfDrawing.exceeds(count, limit) ? Tone.BAD : Tone.GOOD;
  }
}
