package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the structure of one message; the format stands at {@link DirectoryFile}. */
final class NodeFile {

    private NodeFile() {}

    static MessageGrammar read(String message, Directory directory, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            MessageStructure structure = new MessageStructure(directory, SegmentTag.UNH);
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                int kind = in.readByte();
                String tag = in.readUTF();
                boolean mandatory = in.readBoolean();
                int max = in.readInt();
                switch (kind) {
                    case 0 -> structure.segment(SegmentTag.of(tag), mandatory, max);
                    case 1 -> structure.beginGroup(Integer.parseInt(tag), mandatory, max);
                    default -> structure.endGroup();
                }
            }
            return new MessageGrammar(message, directory, structure.nodes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
