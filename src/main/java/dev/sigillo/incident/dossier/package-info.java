/**
 * What a dossier tells of an incident, counted from a snapshot, and the verdict with its grounds:
 * language-neutral. Imports snapshot, mailauth, kpi.
 */
@NullMarked
package dev.sigillo.incident.dossier;

import org.jspecify.annotations.NullMarked;
