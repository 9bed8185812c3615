package dev.sigillo.collect.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The datasets that Graph answers. */
public final class GraphDatasets {
  private static final int MOST = 999;
  private static final int MOST_RISKY = 500;

  /** Resources whose permissions open mailboxes: Microsoft Graph and Exchange Online. */
  private static final List<String> MAIL_RESOURCES =
      List.of("00000003-0000-0000-c000-000000000000", "00000002-0000-0ff1-ce00-000000000000");

  private final GraphClient graph;
  private final GraphServiceClient sdk;
  private final GraphOptions options;
  private final List<Question> questions = new ArrayList<>();

  private GraphDatasets(GraphClient graph, GraphOptions options) {
    this.graph = graph;
    this.sdk = graph.sdk();
    this.options = options;
  }

  /** Everything to ask of Graph: settings, accounts, and logs where they are wanted. */
  public static List<Question> questions(GraphClient graph, GraphOptions options) {
    GraphDatasets all = new GraphDatasets(graph, options);
    all.accounts();
    all.policies();
    all.applications();
    all.mailboxes();
    if (options.withLogs()) {
      all.logs();
    }
    return List.copyOf(all.questions);
  }

  /** Groups as Entra ID knows them, for those that Exchange does not know. */
  public static GroupDirectory groups(GraphClient graph) {
    return new DirectoryGroups(graph, new Trail());
  }

  /** The same groups, by object id. */
  public static GroupDirectory groupsById(GraphClient graph) {
    return new DirectoryGroups(graph, new Trail())::membersOf;
  }

  private void accounts() {
    list(
        Dataset.USER,
        Family.DIRECTORY,
        () ->
            sdk.users()
                .toGetRequestInformation(
                    c -> {
                      c.queryParameters.select = properties(Dataset.USER);
                      c.queryParameters.top = MOST;
                    }));
    list(
        Dataset.USER_REGISTRATION,
        Family.REPORTS,
        () ->
            sdk.reports()
                .authenticationMethods()
                .userRegistrationDetails()
                .toGetRequestInformation(c -> c.queryParameters.top = MOST));
    list(
        Dataset.ROLE_ASSIGNMENT,
        Family.DIRECTORY,
        () ->
            sdk.roleManagement()
                .directory()
                .roleAssignments()
                .toGetRequestInformation(
                    c -> c.queryParameters.expand = new String[] {"principal"}));
    list(
        Dataset.RISKY_USER,
        Family.PROTECTION,
        () ->
            sdk.identityProtection()
                .riskyUsers()
                .toGetRequestInformation(c -> c.queryParameters.top = MOST_RISKY));
  }

  private void policies() {
    list(
        Dataset.CONDITIONAL_ACCESS_POLICY,
        Family.PROTECTION,
        () -> sdk.identity().conditionalAccess().policies().toGetRequestInformation());
    object(
        Dataset.SECURITY_DEFAULTS,
        () -> sdk.policies().identitySecurityDefaultsEnforcementPolicy().toGetRequestInformation());
    object(
        Dataset.AUTHORIZATION_POLICY,
        () -> sdk.policies().authorizationPolicy().toGetRequestInformation());
    object(
        Dataset.ADMIN_CONSENT_REQUEST_POLICY,
        () -> sdk.policies().adminConsentRequestPolicy().toGetRequestInformation());
  }

  private void applications() {
    list(
        Dataset.SERVICE_PRINCIPAL,
        Family.CREDENTIALS,
        () ->
            sdk.servicePrincipals()
                .toGetRequestInformation(
                    c -> {
                      c.queryParameters.select = properties(Dataset.SERVICE_PRINCIPAL);
                      c.queryParameters.top = MOST;
                    }));
    list(
        Dataset.APP_REGISTRATION,
        Family.CREDENTIALS,
        () ->
            sdk.applications()
                .toGetRequestInformation(
                    c -> {
                      c.queryParameters.select = properties(Dataset.APP_REGISTRATION);
                      c.queryParameters.top = MOST;
                    }));
    ask(Dataset.APP_ROLE_ASSIGNMENT, new AppRoleAssignments(graph, options.now(), MAIL_RESOURCES));
    list(
        Dataset.DELEGATED_GRANT,
        Family.DIRECTORY,
        () ->
            sdk.oauth2PermissionGrants()
                .toGetRequestInformation(c -> c.queryParameters.top = MOST));
  }

  private void mailboxes() {
    ask(
        Dataset.MESSAGE_RULE,
        new MessageRules(graph, options.now(), properties(Dataset.MESSAGE_RULE)));
    ask(Dataset.GROUP_MEMBER, new GroupMembers(graph, options.now()));
  }

  private void logs() {
    ask(Dataset.SIGN_IN, Logs.signIns(graph, options));
    ask(Dataset.MESSAGE_TRACE, Logs.traces(graph, options));
    if (options.details() > 0) {
      ask(Dataset.MESSAGE_TRACE_DETAIL, new TraceDetails(graph, options.now(), options.details()));
    }
  }

  private void list(Dataset dataset, Family family, Supplier<RequestInformation> question) {
    Listing listing = new Listing(graph, family, options.now(), List.of(Listing.Part.of(question)));
    ask(dataset, listing);
  }

  private void object(Dataset dataset, Supplier<RequestInformation> question) {
    SingleObject object = new SingleObject(graph, Family.DIRECTORY, options.now(), question);
    ask(dataset, object);
  }

  private void ask(Dataset dataset, Source source) {
    questions.add(new Question(dataset, List.of(source)));
  }

  /** What is asked for: the properties that facts know, and the id. */
  private String[] properties(Dataset dataset) {
    Stream<String> facts = Projection.of(dataset, options.texts()).properties().stream();
    return Stream.concat(Stream.of("id"), facts).distinct().toArray(String[]::new);
  }
}
