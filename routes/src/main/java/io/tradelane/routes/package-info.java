/** The hub: one Camel flow per business process, joining doors, mappings and the trading engine. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes;
