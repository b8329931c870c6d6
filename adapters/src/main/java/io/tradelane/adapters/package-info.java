/**
 * Doors: how documents come in from partners and go out to them. One package per door; what they share is here. A partner's channel is
 * a row that names a door and gives its parameters; {@link io.tradelane.adapters.ChannelRoutes} keeps one Camel route for each.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters;
