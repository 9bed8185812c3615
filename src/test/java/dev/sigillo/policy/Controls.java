package dev.sigillo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sigillo.control.Control;
import dev.sigillo.control.Evidence;
import dev.sigillo.control.Mappings;
import dev.sigillo.control.Parameter;
import dev.sigillo.control.Parameter.Looser;
import dev.sigillo.control.Remediation;
import dev.sigillo.control.Scope;
import dev.sigillo.control.Severity;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.control.Text;
import java.util.List;
import java.util.Map;

/** A small catalogue for policies to choose from. */
final class Controls {
  private static final Text TEXT = new Text("t", "t");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static final Control LIMITS =
      control(
          "OUTBOUND-01",
          Map.of(
              "perDay",
              new Parameter(Parameter.Type.INTEGER, JSON.numberNode(1000), Looser.MORE, TEXT),
              "perHour",
              new Parameter(Parameter.Type.INTEGER, JSON.numberNode(500), null, TEXT)));
  static final Control FORWARDING =
      control(
          "FORWARDING-01",
          Map.of(
              "automaticCountsAsOff",
              new Parameter(Parameter.Type.BOOLEAN, JSON.booleanNode(false), Looser.MORE, TEXT)));
  static final Control DOMAINS =
      control(
          "FORWARDING-02",
          Map.of(
              "allowedDomains", new Parameter(Parameter.Type.STRINGS, list(), Looser.MORE, TEXT)));
  static final Control SMTP = control("SMTPAUTH-01", Map.of());
  static final Control PROCESS =
      control(
          "PROCESS-01",
          Map.of(),
          new Evidence(null, List.of(), null, null, null, false, null, List.of(), "attestation"));

  static final List<Control> ALL = List.of(LIMITS, FORWARDING, DOMAINS, SMTP, PROCESS);

  private Controls() {}

  static JsonNode list(String... words) {
    var array = JSON.arrayNode();
    for (String word : words) {
      array.add(word);
    }
    return array;
  }

  private static Control control(
      String id, Map<String, Parameter> parameters, Evidence... evidence) {
    return new Control(
        id,
        "0.1.0",
        Severity.HIGH,
        Scope.TENANT,
        SubjectKind.TENANT,
        TEXT,
        TEXT,
        TEXT,
        List.of(evidence),
        parameters,
        Map.of("x", TEXT),
        new Remediation(TEXT, TEXT, null, null),
        new Mappings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of());
  }
}
