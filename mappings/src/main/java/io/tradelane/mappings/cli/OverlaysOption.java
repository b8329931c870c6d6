package io.tradelane.mappings.cli;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.OverlayFolder;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.cartridge.Overlays;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What partners do otherwise, for every command that reads or writes documents. */
final class OverlaysOption {
    @Option(names = "--overlays", paramLabel = "DIR", description = "folder with the overlays of partners: PARTNER/MESSAGE-DIRECTORY/overlay.xml")
    private @Nullable Path folder;

    /** @return whether there is such a folder, and all in it can be used; if not, why stands in {@code err} */
    boolean isUsable(PrintStream err) {
        if (folder == null) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            err.println(folder + ": no such folder");
            return false;
        }
        var problems = new OverlayFolder(folder).load().problems();
        problems.forEach(err::println);
        return problems.isEmpty();
    }

    /** A file may be what a partner sent or what it gets. */
    ReadOptions apply(ReadOptions options) {
        return options.withOverlays(load().ofEither());
    }

    /** As what is written shall be for its recipient. */
    Envelope apply(Envelope envelope) {
        return envelope.withOverlays(load());
    }

    private Overlays load() {
        return folder == null ? Overlays.NONE : new OverlayFolder(folder).load().overlays();
    }
}
