package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Graph {@code adminConsentRequestPolicy}: the workflow by which users ask for consent. */
public record AdminConsentRequestPolicy(
    RowRef row, Setting<Boolean> isEnabled, Setting<List<JsonNode>> reviewers) implements Fact {}
