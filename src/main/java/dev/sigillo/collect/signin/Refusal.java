package dev.sigillo.collect.signin;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a sign-in failed and what to do, in a sentence: dug out of what Azure's libraries wrap it in.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Error
 *     codes</a>
 */
final class Refusal {
  private static final Pattern CODE = Pattern.compile("AADSTS(\\d+)(?::\\s*([^\\r\\n]*))?");
  private static final Pattern TAIL =
      Pattern.compile("\\s*(Trace ID|Correlation ID|Timestamp):.*", Pattern.DOTALL);

  private static final String APPLICATION =
      "the tenant %1$s has no application %2$s; check --client-id (the application (client) ID, not"
          + " an object ID) and --tenant";
  private static final String CLOCK =
      "what the application signed is not valid at this time; set this computer's clock";
  private static final String CONSENT =
      "nobody consented to what is asked for; an administrator has to grant consent to application"
          + " %2$s (Entra ID > App registrations > API permissions > Grant admin consent)";
  private static final String DEVICE =
      "Conditional Access lets only managed devices sign in; use an application with a certificate";
  private static final String PUBLIC =
      "application %2$s does not let people sign in without a secret; set \"Allow public client"
          + " flows\" to Yes (Entra ID > App registrations > Authentication)";
  private static final String EXPIRED_CODE =
      "the code was not typed in time; run the command again";
  private static final String FEDERATION =
      "application %2$s has no federated credential with the issuer, subject and audience of this"
          + " token; add it (Entra ID > App registrations > Certificates & secrets)";
  private static final String TENANT =
      "there is no tenant %1$s in this cloud; check --tenant and --cloud";

  private static final Map<String, String> WHAT_TO_DO =
      Map.ofEntries(
          Map.entry("700016", APPLICATION),
          Map.entry(
              "7000215",
              "the secret is wrong; give the secret's value, not its ID, or make a new one"),
          Map.entry("7000222", "the secret expired; make a new one, or better: use a certificate"),
          Map.entry(
              "700027",
              "the certificate is not the application's; upload its public part to application %2$s"
                  + " (Entra ID > App registrations > Certificates & secrets)"),
          Map.entry("700024", CLOCK),
          Map.entry("500133", CLOCK),
          Map.entry("7000112", "application %2$s is disabled in tenant %1$s"),
          Map.entry(
              "7000229",
              "tenant %1$s has no service principal of application %2$s; grant admin consent to it"),
          Map.entry("7000218", PUBLIC),
          Map.entry("70021", FEDERATION),
          Map.entry("700211", FEDERATION),
          Map.entry("700212", FEDERATION),
          Map.entry("700213", FEDERATION),
          Map.entry("90002", TENANT),
          Map.entry("900023", TENANT),
          Map.entry("50034", "tenant %1$s does not know this user; check who signs in"),
          Map.entry("50020", "this user is of another tenant; sign in with one of tenant %1$s"),
          Map.entry("50053", "the account is locked; wait, or have it unlocked"),
          Map.entry("50057", "the account is disabled"),
          Map.entry(
              "50076", "the account needs a second factor; use --auth device-code or browser"),
          Map.entry(
              "50079", "the account has to register a second factor; sign in with a browser first"),
          Map.entry(
              "50105", "the user is not assigned to application %2$s; have an administrator do so"),
          Map.entry(
              "50011",
              "application %2$s does not know this program's address; add http://localhost as a"
                  + " redirect URI of \"Mobile and desktop applications\""),
          Map.entry(
              "53003",
              "Conditional Access forbids it; ask for an exception for this application or from this"
                  + " place (the sign-in log of Entra ID names the policy)"),
          Map.entry("53000", DEVICE),
          Map.entry("53001", DEVICE),
          Map.entry("530003", DEVICE),
          Map.entry("65001", CONSENT),
          Map.entry(
              "65002",
              "this application of Microsoft's own may not ask for it; sign in with an application of"
                  + " your tenant (--client-id)"),
          Map.entry("65004", "the person declined to consent"),
          Map.entry(
              "500011",
              "tenant %1$s does not know the service; it has no licence that includes it, or"
                  + " --cloud names another cloud"),
          Map.entry("500014", "the service is disabled in tenant %1$s"),
          Map.entry("70016", EXPIRED_CODE),
          Map.entry("70019", EXPIRED_CODE),
          Map.entry("70020", EXPIRED_CODE));

  private Refusal() {}

  /**
   * What an exception of Azure's libraries comes down to.
   *
   * @param service that the token was to be for
   */
  static String of(Throwable e, String tenant, String clientId, String service, String host) {
    List<Throwable> causes = causes(e);
    for (Throwable cause : causes) {
      if (cause instanceof SignInException) {
        return String.valueOf(cause.getMessage());
      }
      if (CODE.matcher(String.valueOf(cause.getMessage())).find()) {
        return of(String.valueOf(cause.getMessage()), tenant, clientId, service);
      }
    }
    Throwable last = causes.get(causes.size() - 1);
    String own = line(String.valueOf(last.getMessage()));
    String all = causes.toString();
    if (all.contains("AzureCliCredential") || all.contains("Azure CLI")) {
      return "Azure CLI gives no token for "
          + service
          + "; install it and run az login --tenant "
          + tenant
          + " ("
          + own
          + ")";
    }
    if (all.contains("Managed Identity") || all.contains("ManagedIdentity")) {
      return "This machine has no managed identity that answers ("
          + own
          + "); give it one, or choose another --auth";
    }
    String network = network(causes, host);
    return network == null ? "Sign-in for " + service + " failed: " + own : network;
  }

  /** What Entra ID's own words come down to. */
  static String of(String words, String tenant, String clientId, String service) {
    Matcher found = CODE.matcher(words);
    if (!found.find()) {
      return "Sign-in for " + service + " was refused: " + line(words);
    }
    String code = found.group(1);
    String known = WHAT_TO_DO.get(code);
    String what =
        known == null
            ? line(found.group(2) == null ? "no reason given" : found.group(2))
            : String.format(java.util.Locale.ROOT, known, tenant, clientId);
    return "Sign-in for " + service + " was refused (AADSTS" + code + "): " + what;
  }

  /** Why a host cannot be reached. */
  static String ofNetwork(Throwable e, String host) {
    List<Throwable> causes = causes(e);
    String known = network(causes, host);
    return known == null
        ? host + ": " + line(String.valueOf(causes.get(causes.size() - 1).getMessage()))
        : known;
  }

  private static @Nullable String network(List<Throwable> causes, String host) {
    for (Throwable cause : causes) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof UntrustedException) {
        return message;
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return host
            + ": the name cannot be resolved; check the network, and HTTPS_PROXY if there is a"
            + " proxy";
      }
      if (message.contains("407")
          || message.contains("authenticate with proxy")
          || message.contains("too many authentication attempts")) {
        return "The proxy wants another user or password; allowed:"
            + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT";
      }
      if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
        return host + ": does not answer in time";
      }
    }
    for (Throwable cause : causes) {
      if (cause instanceof ConnectException) {
        return host
            + ": cannot be reached; check the network and the firewall, and HTTPS_PROXY if there is"
            + " a proxy";
      }
    }
    return null;
  }

  private static List<Throwable> causes(Throwable e) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = e; cause != null && causes.size() < 20; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static String line(String words) {
    return TAIL.matcher(words).replaceFirst("").replaceAll("\\s+", " ").strip();
  }
}
