/**
 * Finds report files wherever people keep them: folders, ZIP and gzip files, e-mail; bounded in
 * memory, size and depth.
 */
@NullMarked
package dev.sigillo.incident.files;

import org.jspecify.annotations.NullMarked;
