package io.tradelane.adapters.as2.message;

/** What came is not MIME, or breaks a limit set for it. */
public final class MalformedMessage extends RuntimeException {

    MalformedMessage(String message) {
        super(message);
    }
}
