package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;

/** A door that connects to the partner, and can try to without moving a document. */
public interface ConnectionTest {

    /** Name as in {@code Channel.door}. */
    String door();

    /** Goes as far as it can within about half a minute and tells each step; a step that fails is told, not thrown. */
    void test(Channel channel, ConnectionSteps steps);
}
