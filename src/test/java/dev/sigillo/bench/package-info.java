/** What is measured, and the tenants to measure it with. Never a test: speed is no truth. */
@NullMarked
package dev.sigillo.bench;

import org.jspecify.annotations.NullMarked;
