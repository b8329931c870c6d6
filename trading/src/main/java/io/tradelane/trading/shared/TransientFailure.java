package io.tradelane.trading.shared;

/** Something that may well succeed a little later: a peer that does not answer, a lock, a full queue. It is retried with back-off. */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String message) {
        super(message);
    }

    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
