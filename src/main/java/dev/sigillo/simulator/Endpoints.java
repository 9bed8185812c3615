package dev.sigillo.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * Where the simulated services listen, and how to trust them.
 *
 * @param authority of Entra, without a tenant
 * @param graph without {@code /v1.0}
 * @param exchange the front of Exchange Online's admin REST; the region's host follows from its
 *     redirect
 * @param compliance the front of Security and Compliance, likewise
 * @param managedIdentity what {@code IDENTITY_ENDPOINT} is set to on an Azure machine
 * @param identityHeader what {@code IDENTITY_HEADER} is set to
 * @param web of the MTA-STS policies: {@code mta-sts.DOMAIN/.well-known/mta-sts.txt} below it
 * @param tls trusts the services' certificate, and no other
 * @param authorityPem certificate of the authority that signed it
 */
public record Endpoints(
    URI authority,
    URI graph,
    URI exchange,
    URI compliance,
    URI managedIdentity,
    String identityHeader,
    URI web,
    InetSocketAddress dns,
    SSLContext tls,
    X509TrustManager trust,
    String authorityPem) {}
