/**
 * How the collector gets on the network and who it is there: proxies, certificates, sign-in, and
 * what the identity that signed in may do. The only place for Azure Identity.
 */
@NullMarked
package dev.sigillo.collect.signin;

import org.jspecify.annotations.NullMarked;
