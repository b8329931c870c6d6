package io.tradelane.adapters;

/**
 * Says what a door is called and which settings its channels have, without the door itself: it needs no Camel, so that also a
 * process without doors can check a channel. One class of each door's package, with a constructor without arguments.
 */
public interface DoorDeclaration {

    DoorDescription description();
}
