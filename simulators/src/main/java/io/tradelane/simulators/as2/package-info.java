/** A partner with an AS2 server and client. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.as2;
