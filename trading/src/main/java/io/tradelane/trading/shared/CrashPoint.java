package io.tradelane.trading.shared;

import org.jspecify.annotations.Nullable;

/**
 * A named place where a test may stop the process as a kill -9 would: no shutdown hook, no flush, no answer. The
 * process halts at the n-th passage of the point named in the environment variable {@code TRADELANE_CRASH_AT}
 * ({@code name} or {@code name:n}); without the variable nothing happens.
 */
public enum CrashPoint {
    /** Bytes and inbox row are committed, nobody has been told. */
    STORED,
    /** Committed and announced, the door has not answered yet. */
    ANNOUNCED,
    /** The interchange is claimed and partly read, nothing of it committed. */
    MAPPING,
    /** Its messages are committed, none is announced. */
    SPLIT,
    /** A message's business effect is written, not committed. */
    APPLYING,
    /** A message's business effect is committed, the outbox not announced. */
    APPLIED,
    /** An outbox entry is leased, nothing rendered. */
    CLAIMED,
    /** The outbound interchange is committed with its identifiers, nothing sent. */
    RENDERED,
    /** The partner has the bytes, we have not recorded it. */
    SENT,
    /** Delivery is recorded. */
    RECORDED,
    /** A payment's journal is written, not committed. */
    POSTING;

    private static final @Nullable CrashPoint ARMED;
    private static int passagesLeft;

    static {
        String setting = System.getenv("TRADELANE_CRASH_AT");
        if (setting == null || setting.isBlank()) {
            ARMED = null;
        } else {
            String[] parts = setting.split(":");
            ARMED = valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
            passagesLeft = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
        }
    }

    /** Halts the process if this is the armed point and its turn has come. */
    public void pass() {
        if (this == ARMED) {
            halt();
        }
    }

    private static synchronized void halt() {
        if (--passagesLeft <= 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
