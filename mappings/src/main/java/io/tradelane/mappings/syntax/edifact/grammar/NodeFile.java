package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the structure of one message; the format stands at {@link DirectoryFile}. */
final class NodeFile {

    private NodeFile() {}

    static MessageGrammar read(String message, Directory directory, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            MessageStructure structure = new MessageStructure(directory);
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

    /** Takes the structure in the order of the message and numbers it. */
    static final class MessageStructure {

        /** A group whose leader has not been read yet has no tag; its node is made with the leader. */
        private record Opened(int group, boolean mandatory, int max) {}

        private final Directory directory;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Node> path = new ArrayList<>();
        private Opened opened;

        MessageStructure(Directory directory) {
            this.directory = directory;
            enter(new Node(0, null, 0, SegmentTag.UNH, true, 1, null, 0));
        }

        void segment(int tag, boolean mandatory, int max) {
            SegmentGrammar segment = directory.segment(tag);
            if (segment == null) {
                throw new IllegalStateException("no segment " + SegmentTag.name(tag) + " in " + directory.name());
            }
            if (opened != null) {
                Opened group = opened;
                opened = null;
                Node parent = path.getLast();
                enter(new Node(nodes.size(), parent, parent.children.size(), tag, group.mandatory(), group.max(), null, group.group()));
            }
            Node parent = path.getLast();
            Node node = new Node(nodes.size(), parent, parent.children.size(), tag, mandatory, max, segment, 0);
            parent.children.add(node);
            nodes.add(node);
        }

        void beginGroup(int group, boolean mandatory, int max) {
            opened = new Opened(group, mandatory, max);
        }

        void endGroup() {
            path.removeLast().end = nodes.size();
        }

        private void enter(Node group) {
            if (group.parent != null) {
                group.parent.children.add(group);
            }
            group.children = new ArrayList<>();
            nodes.add(group);
            path.add(group);
        }

        List<Node> nodes() {
            path.getFirst().end = nodes.size();
            return nodes;
        }
    }
}
