package io.tradelane.adapters.mail;

/** A message that came and is not taken in; a person is told. */
final class NotTaken extends Exception {
    private final String reason;

    /** @param reason of the incident {@code FILE_REFUSED} */
    NotTaken(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
