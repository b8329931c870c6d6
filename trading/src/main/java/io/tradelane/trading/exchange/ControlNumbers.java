package io.tradelane.trading.exchange;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Numbers that have no gaps and never repeat, each from a row locked until the caller's transaction ends. */
@Service
public class ControlNumbers {

    public enum Kind {
        /** UNB 0020, up to 14 digits. */
        INTERCHANGE,
        /** UNH 0062. */
        MESSAGE,
        /** Number of a document we write. */
        DOCUMENT,
        /** Serial reference of an SSCC. */
        SSCC
    }

    /** The next number from 1, in decimal, without padding. A transaction that rolls back gives it back. */
    public String next(UUID from, UUID to, Kind kind) {
        throw new UnsupportedOperationException();
    }
}
