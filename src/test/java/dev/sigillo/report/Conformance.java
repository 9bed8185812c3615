package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a report. */
final class Conformance {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /** PDF/A-2a and PDF/UA-1. */
  static void check(Path pdf) throws Exception {
    check(pdf, "2a");
    check(pdf, "ua1");
  }

  static void check(Path pdf, String flavour) throws Exception {
    PDFAFlavour wanted = PDFAFlavour.byFlavourId(flavour);
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(Files.readAllBytes(pdf)), wanted);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(wanted, 20, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(
              result.getTestAssertions().stream()
                  .map(a -> a.getRuleId() + " " + a.getMessage() + " " + a.getLocation())
                  .toList())
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }
}
