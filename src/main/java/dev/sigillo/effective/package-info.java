/**
 * Resolves settings that overlap and classifies domains; pure. Imports snapshot, mailauth, policy.
 */
@NullMarked
package dev.sigillo.effective;

import org.jspecify.annotations.NullMarked;
