package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.net.URI;
import java.util.Locale;

/** Which hosts may be sent a token: the service's own front, and those below its name. */
final class Hosts {
  private static final int HTTPS = 443;

  private final URI front;

  Hosts(URI front) {
    this.front = front;
  }

  /**
   * The regional host that a redirect names by its first label. Security and Compliance names
   * another service's host there; its REST is served below its own name.
   */
  URI regional(URI redirect) {
    if (isHere()) {
      return origin(allowed(redirect));
    }
    String host = host(redirect);
    String label = host.substring(0, Math.max(0, host.indexOf('.')));
    boolean front = label.isEmpty() || host.equals(host(this.front));
    return front ? this.front : URI.create("https://" + label + "." + host(this.front));
  }

  /** A link of the service's, which must not lead elsewhere. */
  URI allowed(URI link) {
    String host = host(link);
    boolean own =
        isHere()
            ? host.equals(host(front)) && front.getScheme().equals(link.getScheme())
            : "https".equals(link.getScheme())
                && (link.getPort() < 0 || link.getPort() == HTTPS)
                && (host.equals(host(front)) || host.endsWith("." + host(front)));
    if (!own) {
      throw new ServiceException(
          Kind.BROKEN, "%s leads to another host: %s".formatted(host(front), Refusals.line(host)));
    }
    return link;
  }

  /** A service on this very computer has ports where Microsoft has host names. */
  private boolean isHere() {
    String host = host(front);
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static URI origin(URI uri) {
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }

  static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }
}
