/**
 * Lays an assessment out. The only place for JasperReports and PDFBox. Imports assessment, control,
 * policy, incident.
 */
@NullMarked
package dev.sigillo.report;

import org.jspecify.annotations.NullMarked;
