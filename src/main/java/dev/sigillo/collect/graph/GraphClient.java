package dev.sigillo.collect.graph;

import com.azure.core.credential.TokenCredential;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.middleware.RedirectHandler;
import com.microsoft.kiota.http.middleware.RetryHandler;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.Pace;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.Workload;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Microsoft Graph of one tenant, to be read. The SDK makes the requests and signs them; its retries
 * and redirects are taken out, because {@link Workload} knows how long each part of Graph has to be
 * left alone and because no answer may lead elsewhere. Safe for use by several threads.
 */
public final class GraphClient {
  private static final String VERSION = "/v1.0";
  private static final int WHOLE_ANSWERS = 10;

  private final Map<Family, Workload> workloads = new EnumMap<>(Family.class);
  private final ReadOnly guard;
  private final GraphServiceClient sdk;
  private final Line line;

  /**
   * Reads a tenant.
   *
   * @param service the cloud's Graph
   * @param credential of the application or user that reads
   * @param network trust, proxy and time to connect
   * @param options how patient and how fast
   */
  public GraphClient(
      Cloud.Service service,
      TokenCredential credential,
      UnaryOperator<OkHttpClient.Builder> network,
      Options options) {
    URI base = URI.create(service.base() + VERSION);
    guard = new ReadOnly(base);
    RenewableToken token = new RenewableToken(credential);
    OkHttpClient http =
        network
            .apply(GraphClientFactory.create(middleware(guard)))
            .readTimeout(options.stall())
            .writeTimeout(options.stall())
            .callTimeout(options.stall().multipliedBy(WHOLE_ANSWERS))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    String[] hosts = {base.getHost()};
    sdk =
        new GraphServiceClient(
            new AzureIdentityAuthenticationProvider(token, hosts, service.scope()), http);
    sdk.getRequestAdapter().setBaseUrl(base.toString());
    line = new Line(sdk.getRequestAdapter(), token);
    for (Family family : Family.values()) {
      workloads.put(family, new Workload(options.pace(family)));
    }
  }

  /**
   * How Graph is asked.
   *
   * @param stall how long nothing may come before a connection is given up
   * @param faster how many times faster than Microsoft's limits; above 1 for a simulated tenant
   * @param patience how long a question that Graph puts off is asked again
   */
  public record Options(Duration stall, int faster, Duration patience) {
    /** For Microsoft's own service. */
    public static final Options DEFAULT =
        new Options(Duration.ofMinutes(1), 1, Duration.ofMinutes(30));

    /** The same where time runs faster. */
    public Options faster(int factor) {
      return new Options(stall, factor, patience);
    }

    Pace pace(Family family) {
      return family.pace().faster(faster).patient(patience);
    }
  }

  /** Request builders. */
  GraphServiceClient sdk() {
    return sdk;
  }

  Workload workload(Family family) {
    return Objects.requireNonNull(workloads.get(family));
  }

  /**
   * Asks until there is an answer.
   *
   * @param trail where the service's request ids are noted
   * @throws ServiceException when there is none
   */
  <T> T ask(
      Family family, Supplier<RequestInformation> request, Line.Reading<T> reading, Trail trail)
      throws InterruptedException {
    return workload(family).call(() -> once(request, reading, trail));
  }

  /** Asks once; a token that is refused is renewed. */
  <T> T once(Supplier<RequestInformation> request, Line.Reading<T> reading, Trail trail)
      throws InterruptedException {
    return line.exchange(request, reading, trail);
  }

  /** Has the token asked for anew where an answer inside a batch says that it was refused. */
  void renewToken() {
    line.renewToken();
  }

  /**
   * Follows a link to a next page.
   *
   * @throws ServiceException when it leads elsewhere
   */
  Supplier<RequestInformation> link(String link) {
    HttpUrl url = HttpUrl.parse(link);
    if (url == null || !guard.allows(url)) {
      throw new ServiceException(
          ServiceException.Kind.BAD_REQUEST,
          "the link to the next page leads elsewhere: " + Refusals.line(link));
    }
    return () -> Line.request(url.uri());
  }

  /** The question with the names of its parameters as people write them, for use in a batch. */
  RequestInformation plain(RequestInformation question) {
    question.pathParameters.put("baseurl", sdk.getRequestAdapter().getBaseUrl());
    try {
      return Line.request(URI.create(question.getUri().toString().replace("%24", "$")));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Interceptor> middleware(ReadOnly guard) {
    List<Interceptor> kept =
        new ArrayList<>(
            Arrays.asList(
                GraphClientFactory.createDefaultGraphInterceptors(
                    GraphServiceClient.getGraphClientOptions())));
    kept.removeIf(one -> one instanceof RetryHandler || one instanceof RedirectHandler);
    kept.add(guard);
    return List.copyOf(kept);
  }
}
