package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads and writes interchanges by the declarations of a set of Smooks resources. Thread-safe; made once. */
public final class EdifactCartridge {

    private EdifactCartridge() {}

    /**
     * @param resources class path names of Smooks resource lists, each with one {@code edi:message}; a later one wins
     *     where two fit the same message and directory
     */
    public static EdifactCartridge of(List<String> resources) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Streams; memory is bounded by one message's rows. Never throws for bad content. */
    public BoundInterchange read(InputStream bytes, Strictness codeLists, Limits limits, Consumer<BoundMessage> messages)
            throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** The directories, such as D96A, in which this message has a declaration. */
    public Set<String> directories(String message) {
        throw new UnsupportedOperationException("not yet");
    }

    /** An empty row of the declaration's outermost level. */
    public Row newRow(String message, String directory) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * @throws UnwritableException naming field and value: a character outside the set, a value longer than its
     *     element, a mandatory element without value
     */
    public byte[] write(OutboundInterchange interchange) {
        throw new UnsupportedOperationException("not yet");
    }
}
