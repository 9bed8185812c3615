package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * The only questions that leave for Microsoft Graph. Everything passes through here last, as it
 * will be sent: another host, method or path is a mistake of the program, and does not leave.
 */
final class ReadOnly implements Interceptor {
  /** One segment of a path that is a variable. */
  private static final String ID = "[^/()]+";

  /** What may be read, by GET; a batch may hold nothing else. */
  static final List<String> PATHS =
      List.of(
          "organization",
          "users",
          "users/" + ID + "/mailFolders/inbox/messageRules",
          "reports/authenticationMethods/userRegistrationDetails",
          "identity/conditionalAccess/policies",
          "policies/identitySecurityDefaultsEnforcementPolicy",
          "policies/authorizationPolicy",
          "policies/adminConsentRequestPolicy",
          "servicePrincipals",
          "servicePrincipals(?:/" + ID + "|\\(appId='" + ID + "'\\))/appRoleAssignedTo",
          "servicePrincipals/" + ID + "/transitiveMemberOf",
          "users/" + ID + "/transitiveMemberOf",
          "applications",
          "oauth2PermissionGrants",
          "roleManagement/directory/roleAssignments",
          "identityProtection/riskyUsers",
          "auditLogs/signIns",
          "groups",
          "groups/" + ID + "/transitiveMembers",
          "admin/exchange/tracing/messageTraces",
          "admin/exchange/tracing/messageTraces/"
              + ID
              + "/getDetailsByRecipient\\(recipientAddress='[^/]+'\\)");

  private static final List<Pattern> READ = PATHS.stream().map(Pattern::compile).toList();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpUrl base;

  /**
   * The guard of one service.
   *
   * @param base with the version, such as {@code https://graph.microsoft.com/v1.0}
   */
  ReadOnly(URI base) {
    this.base = HttpUrl.get(base + "/");
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!allows(request)) {
      throw new IllegalStateException(
          "not a question that may be asked: " + request.method() + " " + request.url());
    }
    return chain.proceed(request);
  }

  /** Whether a link that the service gave may be followed. */
  boolean allows(HttpUrl link) {
    return ours(link) && readable(path(link));
  }

  private boolean allows(Request request) throws IOException {
    if (request.method().equals("GET")) {
      return request.body() == null && allows(request.url());
    }
    return request.method().equals("POST")
        && ours(request.url())
        && path(request.url()).equals("$batch")
        && reads(request);
  }

  private boolean reads(Request batch) throws IOException {
    if (batch.body() == null) {
      return false;
    }
    Buffer body = new Buffer();
    batch.body().writeTo(body);
    JsonNode items = MAPPER.readTree(body.inputStream()).path("requests");
    for (JsonNode item : items) {
      HttpUrl url = base.resolve(item.path("url").asText().replaceFirst("^/", ""));
      if (!item.path("method").asText().equals("GET")
          || item.has("body")
          || url == null
          || !allows(url)) {
        return false;
      }
    }
    return items.isArray() && !items.isEmpty();
  }

  private boolean ours(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && url.username().isEmpty()
        && url.encodedPath().startsWith(base.encodedPath());
  }

  private String path(HttpUrl url) {
    int folders = base.pathSize() - 1;
    return String.join("/", url.pathSegments().subList(folders, url.pathSize()));
  }

  private static boolean readable(String path) {
    return READ.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }
}
