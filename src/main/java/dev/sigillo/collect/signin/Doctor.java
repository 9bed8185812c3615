package dev.sigillo.collect.signin;

import com.azure.core.credential.TokenRequestContext;
import dev.sigillo.collect.graph.GraphClient;
import dev.sigillo.collect.graph.HeldRoles;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.signin.Diagnosis.Lack;
import dev.sigillo.collect.signin.Diagnosis.Service;
import dev.sigillo.snapshot.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an identity may read, before anything is read: from its tokens, from the list of
 * cmdlets that Exchange Online exposes to it, and from Graph, which says the roles that it holds.
 * It asks for nothing else.
 */
public final class Doctor {
  /** Microsoft Graph, as people call it. */
  public static final String GRAPH = "Microsoft Graph";

  private static final String EXCHANGE = "Exchange Online";
  private static final String COMPLIANCE = "Security & Compliance";
  private static final int SHOWN = 6;
  private static final Duration STALL = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What else answers a dataset: Graph for a cmdlet, or a cmdlet for Graph. */
  private static final Map<Dataset, String> ALSO_BY_CMDLET =
      Map.of(Dataset.MESSAGE_TRACE, "Get-MessageTraceV2");

  private final Cloud cloud;
  private final SignIn signIn;
  private final Network network;
  private final int faster;

  /**
   * Looks at this identity.
   *
   * @param faster how many times faster than Microsoft's limits Graph may be asked
   */
  public Doctor(Cloud cloud, SignIn signIn, Network network, int faster) {
    this.cloud = cloud;
    this.signIn = signIn;
    this.network = network;
    this.faster = faster;
  }

  private record Seen(@Nullable Identity identity, Cmdlets cmdlets) {
    List<String> permissions() {
      return identity == null ? List.of() : identity.permissions();
    }

    @Nullable String problem() {
      return cmdlets.problem();
    }
  }

  /**
   * What it finds.
   *
   * @throws SignInException when the identity gets a token for no service at all
   */
  public Diagnosis diagnose() throws InterruptedException {
    Seen graph = see(cloud.graph(), false);
    Seen exchange = see(cloud.exchange(), true);
    Seen compliance = see(cloud.compliance(), true);
    if (graph.identity() == null && exchange.identity() == null) {
      throw new SignInException(String.valueOf(graph.problem()));
    }
    HeldRoles held = held(graph.identity());
    List<DirectoryRole> roles = roles(held.roles(), graph, exchange, compliance);
    return new Diagnosis(
        signIn.tenantId(),
        List.of(
            new Service(GRAPH, graph.identity(), null, graph.problem()),
            service(EXCHANGE, exchange),
            service(COMPLIANCE, compliance)),
        roles,
        held.problems(),
        lacks(graph, exchange, compliance),
        writes(roles, graph, exchange, compliance));
  }

  private static Service service(String name, Seen seen) {
    Integer cmdlets = seen.problem() == null ? seen.cmdlets().names().size() : null;
    return new Service(name, seen.identity(), cmdlets, seen.problem());
  }

  private Seen see(Cloud.Service service, boolean withCmdlets) {
    try {
      String token =
          signIn
              .credential()
              .getTokenSync(new TokenRequestContext().addScopes(service.scope()))
              .getToken();
      Cmdlets cmdlets =
          withCmdlets
              ? Cmdlets.of(service, signIn.tenantId(), token, network)
              : new Cmdlets(new TreeSet<>(), null);
      return new Seen(Identity.of(token), cmdlets);
    } catch (SignInException e) {
      return new Seen(null, Cmdlets.unknown(String.valueOf(e.getMessage())));
    }
  }

  private HeldRoles held(@Nullable Identity identity) throws InterruptedException {
    if (identity == null || identity.objectId() == null) {
      return new HeldRoles(List.of(), List.of("Microsoft Graph could not be asked for its roles"));
    }
    GraphClient graph =
        new GraphClient(
            cloud.graph(),
            signIn.credential(),
            network::apply,
            new GraphClient.Options(STALL, faster, PATIENCE));
    return HeldRoles.of(graph, identity.objectId(), identity.user() != null);
  }

  /** Graph knows more of a role than its template, which is all that tokens say. */
  private static List<DirectoryRole> roles(List<HeldRoles.Role> held, Seen... all) {
    Map<String, DirectoryRole> roles = new LinkedHashMap<>();
    for (HeldRoles.Role role : held) {
      String key = role.scope().equals("/") ? role.template() : role.template() + role.scope();
      roles.putIfAbsent(key, DirectoryRole.of(role));
    }
    for (Seen seen : all) {
      if (seen.identity() != null) {
        seen.identity().roles().forEach(roles::putIfAbsent);
      }
    }
    return List.copyOf(roles.values());
  }

  private static List<Lack> lacks(Seen graph, Seen exchange, Seen compliance) {
    List<Lack> lacks = new ArrayList<>();
    for (Permission permission : Permission.values()) {
      if (!permission.heldIn(graph.permissions())) {
        Set<Dataset> lost = EnumSet.noneOf(Dataset.class);
        lost.addAll(permission.datasets());
        lost.removeIf(
            dataset -> !permission.first() && exchange.cmdlets().names().contains(cmdlet(dataset)));
        lacks.add(
            new Lack(
                permission.value(),
                GRAPH,
                permission.reads(),
                permission.forLogs(),
                permission.first(),
                lost));
      }
    }
    Map<String, Dataset> wanted = new TreeMap<>();
    for (Dataset dataset : Dataset.values()) {
      if (dataset.id().startsWith("exchange/") || dataset.id().startsWith("compliance/")) {
        wanted.put(cmdlet(dataset), dataset);
      }
    }
    wanted.forEach(
        (cmdlet, dataset) -> {
          boolean mail = dataset.id().startsWith("exchange/");
          Seen seen = mail ? exchange : compliance;
          boolean byGraph =
              dataset == Dataset.GROUP_MEMBER
                  && Permission.GROUP_MEMBER_READ.heldIn(graph.permissions());
          if (!seen.cmdlets().names().contains(cmdlet) && !byGraph) {
            boolean logs = dataset == Dataset.AUDIT_EVENT;
            lacks.add(
                new Lack(cmdlet, mail ? EXCHANGE : COMPLIANCE, null, logs, false, Set.of(dataset)));
          }
        });
    return lacks;
  }

  private static List<String> writes(
      List<DirectoryRole> roles, Seen graph, Seen exchange, Seen compliance) {
    List<String> writes = new ArrayList<>();
    Set<String> permissions = new TreeSet<>();
    for (Seen seen : List.of(graph, exchange, compliance)) {
      seen.permissions().stream().filter(Permission::writes).forEach(permissions::add);
    }
    permissions.forEach(p -> writes.add("permission " + p));
    roles.stream()
        .filter(DirectoryRole::writes)
        .forEach(r -> writes.add("role in Entra ID: " + r.name()));
    Map<String, Cmdlets> exposed = new TreeMap<>();
    exposed.put(EXCHANGE, exchange.cmdlets());
    exposed.put(COMPLIANCE, compliance.cmdlets());
    exposed.forEach(
        (name, cmdlets) -> {
          List<String> changing = cmdlets.changing();
          if (!changing.isEmpty()) {
            String some = String.join(", ", changing.subList(0, Math.min(SHOWN, changing.size())));
            String more =
                changing.size() > SHOWN ? " and " + (changing.size() - SHOWN) + " more" : "";
            writes.add(name + " exposes " + some + more);
          }
        });
    return writes;
  }

  private static String cmdlet(Dataset dataset) {
    return ALSO_BY_CMDLET.getOrDefault(
        dataset, dataset.id().substring(dataset.id().indexOf('/') + 1));
  }
}
