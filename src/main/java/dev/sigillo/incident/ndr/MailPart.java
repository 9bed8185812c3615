package dev.sigillo.incident.ndr;

import java.util.ArrayList;
import java.util.List;

/** What of a message a reader of delivery reports looks at. */
final class MailPart {
  final Headers headers = new Headers();
  final StringBuilder text = new StringBuilder();

  /** Before the first part; all there is where the boundary is not the one announced. */
  final StringBuilder preamble = new StringBuilder();

  final StringBuilder html = new StringBuilder();
  final StringBuilder status = new StringBuilder();
  final StringBuilder originalHeaders = new StringBuilder();
  final List<MailPart> enclosed = new ArrayList<>();
  boolean complaint;
  boolean receipt;
  boolean cut;

  /** The words for people: the plain text, otherwise the text of the HTML. */
  String words() {
    if (!text.toString().isBlank()) {
      return text.toString();
    }
    return html.toString().isBlank() ? preamble.toString() : PlainHtml.text(html.toString());
  }
}
