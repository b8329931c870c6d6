package io.tradelane.mappings.tree;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Ends the reading of an input when nobody wants more of it; carries nothing. */
final class Enough extends RuntimeException {

    private Enough() {
        super(null, null, false, false);
    }

    /** What reads. */
    @FunctionalInterface
    interface Reader {
        void read() throws IOException;
    }

    static void or(Reader reader) throws IOException {
        try {
            reader.read();
        } catch (Enough taken) {
            // the rest is of no interest
        }
    }

    static Consumer<MessageTree> after(Predicate<MessageTree> more) {
        return tree -> {
            if (!more.test(tree)) {
                throw new Enough();
            }
        };
    }
}
