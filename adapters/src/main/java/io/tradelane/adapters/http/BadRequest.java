package io.tradelane.adapters.http;

/** A request that the door refuses before storing anything. */
final class BadRequest extends RuntimeException {
    private final int status;
    private final String type;

    BadRequest(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
