/**
 * What simulated tenants hold: scenarios, the rows they make, and the ground truth about them. A
 * scenario starts from a tenant where everything is right and adds misconfigurations; each of them
 * says itself which findings it causes. Nothing here knows the rules, the records or the collector.
 */
@NullMarked
package dev.sigillo.simulator.tenant;

import org.jspecify.annotations.NullMarked;
