/**
 * Reads Microsoft Graph v1.0 through the Graph SDK: its request builders, authentication and
 * batches. Values are taken from the raw answers, never from the SDK's models, which drop what they
 * do not know.
 */
@NullMarked
package dev.sigillo.collect.graph;

import org.jspecify.annotations.NullMarked;
