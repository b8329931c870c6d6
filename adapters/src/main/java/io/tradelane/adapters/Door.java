package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/**
 * One transport. It brings the templates {@code <door>-inbound} and {@code <door>-outbound}, each taking at least the parameter
 * {@code channel}, and says what to fill them with.
 */
public interface Door {

    DoorDescription description();

    RouteBuilder templates();

    /** Further parameters of the template for this channel, made from its settings. */
    default Map<String, Object> templateParameters(Channel channel) {
        return Map.of();
    }

    /** Last preparations before the route of a channel starts, such as making its folders. */
    default void prepare(Channel channel) {}
}
