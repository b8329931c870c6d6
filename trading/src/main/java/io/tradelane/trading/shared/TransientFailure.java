package io.tradelane.trading.shared;

/** Something that may well succeed a little later: a peer that does not answer, a lock, a full queue. It is retried with back-off, and its message kept. */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String message) {
        super(Nul.replaced(message));
    }

    public TransientFailure(String message, Throwable cause) {
        super(Nul.replaced(message), cause);
    }

    /** For what is said often and is nobody's fault: without a stack trace. */
    protected TransientFailure(String message, boolean stackTrace) {
        super(message, null, false, stackTrace);
    }
}
