package dev.sigillo.mailauth.spf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cases of the RFC 7208 test suite. */
public final class Rfc7208Suite {
  private Rfc7208Suite() {}

  /**
   * One case.
   *
   * @param scenario the group whose zone it uses
   * @param name its name in the group
   * @param dns the zone
   * @param request what is checked
   * @param results the results that are right
   * @param explanation the text that is right; empty when the case leaves it open
   */
  public record Case(
      String scenario,
      String name,
      Zone dns,
      SpfRequest request,
      List<String> results,
      String explanation) {}

  /** All cases, in the order of the file. */
  public static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = Rfc7208Suite.class.getResourceAsStream("/spf/rfc7208-tests.yml");
        MappingIterator<JsonNode> scenarios =
            new YAMLMapper().readerFor(JsonNode.class).readValues(Objects.requireNonNull(in))) {
      while (scenarios.hasNext()) {
        JsonNode scenario = scenarios.next();
        Zone zone = Zone.of(scenario.path("zonedata"));
        String description = scenario.path("description").asText();
        scenario
            .path("tests")
            .properties()
            .forEach(test -> cases.add(of(description, test.getKey(), zone, test.getValue())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Case of(String scenario, String name, Zone zone, JsonNode test) {
    IpAddress ip = IpAddress.parse(test.path("host").asText()).orElseThrow();
    SpfRequest request =
        SpfRequest.of(ip, test.path("mailfrom").asText(), test.path("helo").asText());
    List<String> results = new ArrayList<>();
    JsonNode result = test.path("result");
    if (result.isArray()) {
      result.forEach(each -> results.add(each.asText()));
    } else {
      results.add(result.asText());
    }
    return new Case(scenario, name, zone, request, results, test.path("explanation").asText(""));
  }
}
