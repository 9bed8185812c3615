package dev.sigillo.effective;

import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.MtaStsPolicyFile;
import java.util.List;
import java.util.Map;

/**
 * What the states of all domains rest on.
 *
 * @param dns what DNS said
 * @param signing how mail is signed, by domain
 * @param policies MTA-STS policies as their web servers gave them, by domain
 * @param inventory what the organisation declares to send
 */
record DomainContext(
    SnapshotDns dns,
    Map<String, DkimSigningConfig> signing,
    Map<String, MtaStsPolicyFile> policies,
    List<InventoryEntry> inventory) {}
