package io.tradelane.simulators.erp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An ERP that exchanges files: it writes aside and renames. */
public final class ErpFolder {
    private final Path outgoing;

    /** @param outgoing where the hub picks up */
    public ErpFolder(Path outgoing) throws IOException {
        this.outgoing = Files.createDirectories(outgoing);
    }

    public void drop(String fileName, byte[] document) throws IOException {
        Path unfinished = Files.createTempFile(outgoing, ".", ".part");
        Files.write(unfinished, document);
        Files.move(unfinished, outgoing.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }
}
