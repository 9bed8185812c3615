/** The organisation's choice of controls, values, waivers and declarations. Imports control. */
@NullMarked
package dev.sigillo.policy;

import org.jspecify.annotations.NullMarked;
