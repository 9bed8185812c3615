package dev.sigillo.incident.ndr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader gives, in lists. */
record Collected(List<Bounce> bounces, List<String> refused, NdrTally tally) {
  static Collected from(Path... paths) {
    List<Bounce> bounces = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    NdrTally tally =
        NdrReader.read(
            List.of(paths),
            new BounceSink() {
              @Override
              public void bounce(Bounce bounce) {
                bounces.add(bounce);
              }

              @Override
              public void refused(String sentence) {
                refused.add(sentence);
              }
            });
    return new Collected(bounces, refused, tally);
  }
}
