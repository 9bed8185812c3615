/**
 * Figures about mail traffic, as pure functions over what traces, delivery reports and DMARC
 * reports said: streamed, in bounded memory. Imports {@code snapshot} and {@code mailauth} only, so
 * that the rules' engine and the incident's dossier count alike.
 */
@NullMarked
package dev.sigillo.kpi;

import org.jspecify.annotations.NullMarked;
