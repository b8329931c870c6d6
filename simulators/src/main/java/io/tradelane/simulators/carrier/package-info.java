/** A carrier that moves goods and tells where they are. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.carrier;
