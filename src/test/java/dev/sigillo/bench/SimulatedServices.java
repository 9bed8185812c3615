package dev.sigillo.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast the simulated services are: every mailbox by way of {@code Get-Mailbox} in pages of
 * 1,000, then inbox rules in batches of 20. Client and servers share the process.
 */
public final class SimulatedServices {
  private static final Pattern NEXT = Pattern.compile("\"@odata.nextLink\":\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]*)\"");
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final SimulatedTenant tenant;
  private final Endpoints at;
  private final HttpClient http;

  private SimulatedServices(SimulatedTenant tenant, Endpoints at) {
    this.tenant = tenant;
    this.at = at;
    this.http = HttpClient.newBuilder().sslContext(at.tls()).build();
  }

  /**
   * Prints rates and CPU seconds.
   *
   * @param args mailboxes, batches, threads that send them
   */
  public static void main(String[] args) throws Exception {
    Scenario scenario = Scenario.bundled("million").withMailboxes(Long.parseLong(args[0]));
    SimulatedTenant tenant = scenario.tenant();
    try (Simulator simulator =
        Simulator.start(tenant, SimulatorOptions.at(InstantSource.system()))) {
      SimulatedServices services = new SimulatedServices(tenant, simulator.endpoints());
      services.pages();
      services.batches(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT, "heap in use %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private void pages() throws Exception {
    String token = token("https://outlook.office365.com/.default");
    String next =
        at.exchange()
            + "/adminapi/beta/"
            + tenant.tenantId()
            + "/InvokeCommand?$select=UserPrincipalName,ExternalDirectoryObjectId,ExchangeGuid,"
            + "ForwardingAddress,ForwardingSmtpAddress,DeliverToMailboxAndForward,AuditEnabled,"
            + "RecipientTypeDetails,PrimarySmtpAddress,GrantSendOnBehalfTo";
    String body =
        "{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\","
            + "\"Parameters\":{\"ResultSize\":\"Unlimited\"}}}";
    long wall = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    int pages = 0;
    long bytes = 0;
    while (!next.isEmpty()) {
      byte[] page = post(next, token, body);
      pages++;
      bytes += page.length;
      String head = new String(page, 0, Math.min(page.length, 4096), StandardCharsets.UTF_8);
      Matcher link = NEXT.matcher(head);
      next = link.find() ? link.group(1) : "";
    }
    report(pages + " pages, " + (bytes >> 20) + " MB", pages, wall, cpu);
  }

  private void batches(int batches, int threads) throws Exception {
    String token = token("https://graph.microsoft.com/.default");
    long users = tenant.graph("users").orElseThrow().size();
    AtomicLong sent = new AtomicLong();
    long wall = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            for (long batch = sent.getAndIncrement();
                batch < batches;
                batch = sent.getAndIncrement()) {
              batch(batch * 20 % users, users, token);
            }
          });
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IOException("the batches did not end within an hour");
    }
    report(batches + " batches of 20", batches, wall, cpu);
  }

  private void batch(long from, long users, String token) {
    StringBuilder body = new StringBuilder("{\"requests\":[");
    for (int i = 0; i < 20; i++) {
      String id = tenant.graph("users").orElseThrow().get((from + i) % users).path("id").asText();
      body.append(i == 0 ? "" : ",")
          .append("{\"id\":\"")
          .append(i)
          .append("\",\"method\":\"GET\",\"url\":\"/users/")
          .append(id)
          .append("/mailFolders/inbox/messageRules\"}");
    }
    try {
      post(at.graph() + "/v1.0/$batch", token, body.append("]}").toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String token(String scope) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(at.authority() + "/" + tenant.tenantId() + "/oauth2/v2.0/token"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id="
                        + tenant.applications().get(0).clientId()
                        + "&client_secret="
                        + tenant.applications().get(0).secret()
                        + "&scope="
                        + scope))
            .build();
    Matcher token = TOKEN.matcher(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new IOException("no token");
    }
    return token.group(1);
  }

  private byte[] post(String url, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header(
                "X-AnchorMailbox",
                "UPN:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + tenant.initialDomain())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode() + " from " + url);
    }
    return answer.body();
  }

  private static void report(String what, int requests, long wall, long cpu) {
    double seconds = (System.nanoTime() - wall) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, %.0f requests/s, %.1f CPU s%n",
        what,
        seconds,
        requests / seconds,
        (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }
}
