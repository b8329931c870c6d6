/** A certificate authority for the demo. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.authority;
