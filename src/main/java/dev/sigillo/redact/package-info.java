/**
 * Makes of an assessment one that names nobody: people, mailboxes and their keys become pseudonyms
 * that only the holder of a key can make. Imports snapshot, assessment, control, policy.
 */
@NullMarked
package dev.sigillo.redact;

import org.jspecify.annotations.NullMarked;
