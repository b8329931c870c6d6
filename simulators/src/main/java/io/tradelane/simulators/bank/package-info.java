/** A bank that confirms payments. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.bank;
