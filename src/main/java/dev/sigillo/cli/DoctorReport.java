package dev.sigillo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.signin.Diagnosis;
import dev.sigillo.collect.signin.DirectoryRole;
import dev.sigillo.collect.signin.Identity;
import dev.sigillo.control.Control;
import dev.sigillo.evaluate.Reliance;
import dev.sigillo.snapshot.Dataset;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an identity may read, for people and for programs. */
final class DoctorReport {
  private final Diagnosis diagnosis;
  private final Collection<Control> controls;

  DoctorReport(Diagnosis diagnosis, Collection<Control> controls) {
    this.diagnosis = diagnosis;
    this.controls = controls;
  }

  /** Whether everything that settings need can be read. */
  boolean fine() {
    return diagnosis.lacks().stream().allMatch(Diagnosis.Lack::forLogs);
  }

  void text(PrintWriter out) {
    out.println("Tenant " + diagnosis.tenantId());
    for (Diagnosis.Service service : diagnosis.services()) {
      out.println();
      out.println(service.name());
      Identity identity = service.identity();
      if (identity != null) {
        out.println("  as           " + Shown.words(identity.name()));
        out.println("  permissions  " + listed(identity.permissions()));
      }
      if (service.cmdlets() != null) {
        out.println("  cmdlets      " + service.cmdlets() + " exposed");
      }
      if (service.problem() != null) {
        out.println("  problem      " + Shown.words(service.problem()));
      }
    }
    out.println();
    out.println(
        "Roles in Entra ID: "
            + (diagnosis.roles().isEmpty()
                ? "none that shows"
                : listed(diagnosis.roles().stream().map(DirectoryRole::name).toList())));
    for (String hidden : diagnosis.hidden()) {
      out.println("  beyond the tokens, Graph did not say: " + Shown.words(hidden));
    }
    out.println();
    lacks(out);
    writes(out);
  }

  private void lacks(PrintWriter out) {
    if (diagnosis.lacks().isEmpty()) {
      out.println("Everything that the catalogue asks for can be read.");
    }
    for (Diagnosis.Lack lack : diagnosis.lacks()) {
      String reads = lack.reads() == null ? "" : " (" + lack.reads() + ")";
      out.println("Missing: " + lack.service() + " " + lack.what() + reads);
      out.println("  unknown without it: " + unknown(lack));
    }
    if (!diagnosis.lacks().isEmpty()) {
      out.println("Unknown without all of these: " + listed(without(all())));
    }
  }

  private String unknown(Diagnosis.Lack lack) {
    if (lack.first()) {
      return "everything; a collection begins with it";
    }
    List<String> unknown = without(lack.datasets());
    return unknown.isEmpty() ? "no control by itself" : String.join(", ", unknown);
  }

  private void writes(PrintWriter out) {
    out.println();
    if (diagnosis.writes().isEmpty()) {
      out.println("Nothing of it can change the tenant, as it should be.");
      return;
    }
    out.println(
        "Warning: this identity can do more than read. Sigillo does not; better, it cannot:");
    diagnosis.writes().forEach(line -> out.println("  " + Shown.words(line)));
  }

  void json(PrintWriter out) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode().put("tenantId", diagnosis.tenantId());
    json.put("fine", fine());
    ArrayNode services = json.putArray("services");
    for (Diagnosis.Service service : diagnosis.services()) {
      ObjectNode one = services.addObject().put("name", service.name());
      Identity identity = service.identity();
      one.put("identity", identity == null ? null : identity.name());
      ArrayNode permissions = one.putArray("permissions");
      if (identity != null) {
        identity.permissions().forEach(permissions::add);
      }
      one.put("cmdlets", service.cmdlets());
      one.put("problem", service.problem());
    }
    ArrayNode roles = json.putArray("directoryRoles");
    diagnosis.roles().forEach(r -> roles.add(r.name()));
    diagnosis.hidden().forEach(json.putArray("directoryRolesNotSaid")::add);
    ArrayNode lacks = json.putArray("missing");
    for (Diagnosis.Lack lack : diagnosis.lacks()) {
      ObjectNode one = lacks.addObject().put("what", lack.what()).put("service", lack.service());
      one.put("forLogs", lack.forLogs());
      ArrayNode datasets = one.putArray("datasets");
      lack.datasets().stream().map(Dataset::id).sorted().forEach(datasets::add);
      without(lack.datasets()).forEach(one.putArray("unknownControls")::add);
    }
    without(all()).forEach(json.putArray("unknownControls")::add);
    diagnosis.writes().forEach(json.putArray("writes")::add);
    try {
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<Dataset> all() {
    Set<Dataset> all = EnumSet.noneOf(Dataset.class);
    diagnosis.lacks().forEach(lack -> all.addAll(lack.datasets()));
    return all;
  }

  private List<String> without(Set<Dataset> datasets) {
    return datasets.isEmpty() ? List.of() : Reliance.unknownWithout(datasets, controls);
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "none" : Shown.words(String.join(", ", words));
  }
}
