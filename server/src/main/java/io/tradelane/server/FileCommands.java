package io.tradelane.server;

import java.util.List;

/** {@code validate} and {@code translate}: files in, findings or files out, without Spring or a database. */
final class FileCommands {

    private FileCommands() {}

    static int run(String word, List<String> rest) {
        System.err.println("tradelane " + word + ": not built into this version yet");
        return Tradelane.WRONG_USAGE;
    }
}
