package io.tradelane.adapters;

import io.tradelane.trading.shared.TransientFailure;

/** This hub has no open route for the channel at the moment: nothing is known of the partner. */
public final class ChannelNotOpen extends TransientFailure {

    ChannelNotOpen() {
        super("The channel is closed");
    }
}
