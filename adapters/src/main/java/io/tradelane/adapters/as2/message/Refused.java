package io.tradelane.adapters.as2.message;

/** A message that came and is not taken, with the reason in the words of RFC 4130, section 7.4.3. The sender is told by a receipt. */
public final class Refused extends RuntimeException {
    private final Disposition disposition;

    public Refused(Disposition disposition, String detail) {
        super(detail);
        this.disposition = disposition;
    }

    Refused(Disposition disposition, String detail, Throwable cause) {
        super(detail, cause);
        this.disposition = disposition;
    }

    public Disposition disposition() {
        return disposition;
    }
}
