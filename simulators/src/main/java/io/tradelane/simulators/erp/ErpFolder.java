package io.tradelane.simulators.erp;

import io.tradelane.simulators.Mailroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** An ERP that exchanges files: it writes aside and renames, and reads what the hub put into its own folder. */
public final class ErpFolder {
    private final Path outgoing;
    private final Mailroom incoming;

    /**
     * @param outgoing where the hub picks up
     * @param incoming where the hub puts its answers
     */
    public ErpFolder(Path outgoing, Path incoming) throws IOException {
        this.outgoing = Files.createDirectories(outgoing);
        this.incoming = new Mailroom(incoming);
    }

    public void drop(String fileName, byte[] document) throws IOException {
        Path unfinished = Files.createTempFile(outgoing, ".", ".part");
        Files.write(unfinished, document);
        Files.move(unfinished, outgoing.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The first answer that holds all of these texts. */
    public Optional<byte[]> answer(String... texts) {
        return incoming.find(texts);
    }
}
