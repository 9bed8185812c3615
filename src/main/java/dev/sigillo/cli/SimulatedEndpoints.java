package dev.sigillo.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.simulator.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulated tenant's services are, as {@code sigillo simulate} prints it. Only services of
 * this machine are taken, so that no file can send an identity's secret elsewhere.
 *
 * @param authority issues tokens
 * @param ca PEM file of the authority that vouches for the services' certificate
 * @param dns HOST:PORT of its name server
 * @param faster how many times faster than Microsoft's limits it may be asked; 1 when it is not
 *     said
 * @param policies below which it serves MTA-STS policies
 */
record SimulatedEndpoints(
    @JsonProperty(required = true) String authority,
    @JsonProperty(required = true) String graph,
    @JsonProperty(required = true) String exchange,
    @JsonProperty(required = true) String compliance,
    @JsonProperty(required = true) Path ca,
    @Nullable String dns,
    @Nullable String policies,
    @Nullable Integer faster) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int MAX_BYTES = 64 << 10;

  SimulatedEndpoints {
    Objects.requireNonNull(authority, "authority is empty");
    Objects.requireNonNull(graph, "graph is empty");
    Objects.requireNonNull(exchange, "exchange is empty");
    Objects.requireNonNull(compliance, "compliance is empty");
    Objects.requireNonNull(ca, "ca is empty");
  }

  static SimulatedEndpoints read(Path file) {
    YAMLMapper yaml =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw bad(file, "is too large");
      }
      SimulatedEndpoints read = yaml.readValue(Files.readAllBytes(file), SimulatedEndpoints.class);
      if (read == null) {
        throw bad(file, "is empty");
      }
      read.cloud(file);
      return read;
    } catch (JsonMappingException e) {
      throw bad(file, String.valueOf(e.getOriginalMessage()).split("\n", 2)[0]);
    } catch (IOException e) {
      throw bad(file, Files.exists(file) ? "cannot be read as YAML" : "does not exist");
    }
  }

  /** Where a simulator in this process listens. */
  static SimulatedEndpoints of(Endpoints at, Path ca, int faster) {
    return new SimulatedEndpoints(
        at.authority().toString(),
        at.graph().toString(),
        at.exchange().toString(),
        at.compliance().toString(),
        ca,
        at.dns().getAddress().getHostAddress() + ":" + at.dns().getPort(),
        at.web().toString(),
        faster);
  }

  /** The file that names them. */
  String yaml() {
    return """
        authority: %s
        graph: %s
        exchange: %s
        compliance: %s
        ca: '%s'
        dns: '%s'
        policies: %s
        faster: %d
        """
        .formatted(
            authority,
            graph,
            exchange,
            compliance,
            ca.toString().replace("'", "''"),
            dns,
            policies,
            faster);
  }

  /** The authority's file: relative to the file that names it. */
  Path authorityFile(Path file) {
    return file.toAbsolutePath().resolveSibling(ca);
  }

  /** Microsoft's services in the simulated tenant's places: tokens are for the same audiences. */
  Cloud cloud(Path file) {
    Cloud real = Cloud.of("global").orElseThrow();
    return new Cloud(
        "simulated",
        uri(file, "authority", authority),
        new Cloud.Service(uri(file, "graph", graph), real.graph().audience()),
        new Cloud.Service(uri(file, "exchange", exchange), real.exchange().audience()),
        new Cloud.Service(uri(file, "compliance", compliance), real.compliance().audience()));
  }

  private static URI uri(Path file, String key, String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if ("https".equals(uri.getScheme())
          && uri.getHost() != null
          && HERE.contains(uri.getHost())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Same sentence.
    }
    throw bad(
        file,
        key + ": " + text + " is no service of this machine; allowed: https://localhost:PORT");
  }

  private static UsageException bad(Path file, String what) {
    return new UsageException(file + ": " + what);
  }
}
