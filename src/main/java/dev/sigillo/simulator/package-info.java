/**
 * A Microsoft 365 tenant played on loopback: Entra's token endpoint, Graph, Exchange Online's admin
 * REST, Security and Compliance, DNS. It answers in the services' wire shapes, quirks included, and
 * knows nothing of our records, so that it can prove a collector wrong.
 */
@NullMarked
package dev.sigillo.simulator;

import org.jspecify.annotations.NullMarked;
