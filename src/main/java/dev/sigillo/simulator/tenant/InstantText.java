package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** A moment in a scenario's file. */
final class InstantText extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1;

  static final SimpleModule MODULE =
      new SimpleModule().addDeserializer(Instant.class, new InstantText());

  private InstantText() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    try {
      return Instant.parse(parser.getText());
    } catch (DateTimeException e) {
      return (Instant)
          context.handleWeirdStringValue(
              Instant.class, parser.getText(), "a moment such as 2026-11-19T19:00:00Z is allowed");
    }
  }
}
