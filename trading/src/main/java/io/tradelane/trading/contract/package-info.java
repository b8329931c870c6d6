/** Contracts: negotiated in versions, signed by both, and what is called off from them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.contract;
