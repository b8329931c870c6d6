/** The door to a carrier with a tracking service in JSON: transport orders are posted, events are asked for. EDI goes by other doors. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.carrier;
