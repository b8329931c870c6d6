package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what src/build/java/GrammarCompiler.java writes. Big-endian:
 *
 * <pre>
 * int magic 'TLG' 1
 * short n, n × element    { utf id, utf name, boolean numeric, short min, short max, utf codes separated by blanks }
 * short n, n × composite  { structure }
 * short n, n × segment    { structure }
 * short n, n × message    { utf name, int length, bytes nodes }
 * structure               { utf id, utf name, byte n, n × { short element or ~composite, boolean mandatory, byte repeat } }
 * nodes                   { short n, n × { byte 0 segment 1 group begins 2 group ends, utf tag or number, boolean mandatory, int max } }
 * </pre>
 */
final class DirectoryFile {

    private static final int MAGIC = 0x544C4701;

    private final DataInputStream in;
    private final Directory service;
    private final List<DataElement> elements = new ArrayList<>();
    private final List<Layout.Part> composites = new ArrayList<>();

    private DirectoryFile(InputStream in, Directory service) {
        this.in = new DataInputStream(in);
        this.service = service;
    }

    static Directory read(String name, InputStream in, Directory service) throws IOException {
        return new DirectoryFile(in, service).read(name);
    }

    private Directory read(String name) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no grammar of this version: " + name);
        }
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            elements.add(element());
        }
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            String id = in.readUTF();
            composites.add(new Layout.Part(id, in.readUTF(), false, 1, true, components()));
        }
        Map<Integer, SegmentGrammar> segments = new LinkedHashMap<>();
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            int tag = SegmentTag.of(in.readUTF());
            segments.put(tag, new SegmentGrammar(tag, in.readUTF(), parts()));
        }
        service.segments().forEach(segments::putIfAbsent);
        Map<String, Function<Directory, MessageGrammar>> messages = new LinkedHashMap<>();
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            String message = in.readUTF();
            byte[] nodes = in.readNBytes(in.readInt());
            messages.put(message, directory -> NodeFile.read(message, directory, nodes));
        }
        return new Directory(name, segments, messages);
    }

    private DataElement element() throws IOException {
        String id = in.readUTF();
        String name = in.readUTF();
        boolean numeric = in.readBoolean();
        int min = in.readUnsignedShort();
        int max = in.readUnsignedShort();
        String codes = in.readUTF();
        return new DataElement(id, name, numeric, min, max, codes.isEmpty() ? null : CodeList.of(codes.split(" ")));
    }

    private List<Layout.Component> components() throws IOException {
        List<Layout.Component> components = new ArrayList<>();
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            DataElement element = elements.get(in.readShort());
            boolean mandatory = in.readBoolean();
            for (int repeat = in.readUnsignedByte(); repeat > 0; repeat--) {
                components.add(new Layout.Component(element, mandatory));
                mandatory = false;
            }
        }
        return components;
    }

    private List<Layout.Part> parts() throws IOException {
        List<Layout.Part> parts = new ArrayList<>();
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            int reference = in.readShort();
            boolean mandatory = in.readBoolean();
            int repeat = in.readUnsignedByte();
            if (reference >= 0) {
                DataElement element = elements.get(reference);
                List<Layout.Component> alone = List.of(new Layout.Component(element, true));
                parts.add(new Layout.Part(element.id(), element.name(), mandatory, repeat, false, alone));
            } else {
                Layout.Part composite = composites.get(~reference);
                parts.add(new Layout.Part(
                        composite.id(), composite.name(), mandatory, repeat, true, composite.components()));
            }
        }
        return parts;
    }
}
