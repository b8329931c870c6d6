package io.tradelane.adapters;

/** The operator has switched the channel off. */
public final class ChannelClosed extends RuntimeException {

    public ChannelClosed() {
        super("The channel is closed");
    }
}
