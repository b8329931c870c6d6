package io.tradelane.adapters;

import io.tradelane.trading.partner.Direction;

/**
 * Says what a door is called and which settings its channels have, without the door itself: it needs no Camel, so that also a
 * process without doors can check a channel. One class of each door's package, with a constructor without arguments.
 */
public interface DoorDeclaration {

    DoorDescription description();

    /** Whether a channel of this direction connects to the partner, so that the connection can be tested ({@link ConnectionTest}). */
    default boolean connects(Direction direction) {
        return false;
    }
}
