package io.tradelane.mappings.cartridge;

/** A file that is no overlay; the message says why. */
public final class OverlayRefused extends Exception {
    private final int line;

    OverlayRefused(int line, String message, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
