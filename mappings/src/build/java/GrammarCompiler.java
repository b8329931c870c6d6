import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Runs in the build: turns the DFDL schemas of the edifact-schemas artefacts into one small binary grammar for each
 * directory, read by io.tradelane.mappings.syntax.edifact.grammar.DirectoryFile. That class documents the format.
 *
 * <p>Arguments: folder with the jars, folder for the grammars, this file. Does nothing when a grammar is newer than its jar
 * and this file.
 */
class GrammarCompiler {

    private static final Pattern TYPE = Pattern.compile("(?:\\w+:)?(?:E(\\d{4})|([CS]\\d{3})|([A-Z]{3}))-(\\w+)");
    private static final Pattern LENGTH = Pattern.compile("(?:\\w+:)?(alpha|numeric)(\\d+)(?:-(\\d+))?");

    record Element(String id, String name, boolean numeric, int min, int max, List<String> codes) {}

    record Part(String id, boolean mandatory, int repeat) {}

    record Structure(String id, String name, List<Part> parts) {}

    /** {@code kind}: 0 segment, 1 group begins, 2 group ends. */
    record Node(int kind, String tag, boolean mandatory, int max) {}

    private final Map<String, Element> elements = new TreeMap<>();
    private final Map<String, Structure> composites = new TreeMap<>();
    private final Map<String, Structure> segments = new TreeMap<>();
    private final Map<String, List<Node>> messages = new TreeMap<>();

    public static void main(String[] arguments) throws Exception {
        Path jars = Path.of(arguments[0]);
        Path target = Files.createDirectories(Path.of(arguments[1]));
        List<Path> found;
        try (Stream<Path> files = Files.list(jars)) {
            found = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no schema artefacts in " + jars);
        }
        Path self = Path.of(arguments[2]);
        found.parallelStream().forEach(jar -> compile(jar, target, self));
    }

    private static void compile(Path jar, Path target, Path self) {
        String file = jar.getFileName().toString();
        String directory = file.substring(file.lastIndexOf('-') + 1, file.length() - ".jar".length());
        Path grammar = target.resolve(directory.toUpperCase(Locale.ROOT) + ".grammar");
        try (JarFile schemas = new JarFile(jar.toFile())) {
            if (isNewer(grammar, jar) && isNewer(grammar, self)) {
                return;
            }
            GrammarCompiler compiler = new GrammarCompiler();
            compiler.read(schemas, directory + "/EDIFACT-Segments.dfdl.xsd", compiler::readSegments);
            compiler.segments.replaceAll((tag, segment) -> compiler.withoutDeleted(segment));
            compiler.read(schemas, directory + "/EDIFACT-Messages.dfdl.xsd", compiler::readMessages);
            Files.write(grammar, compiler.write());
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("cannot compile " + jar, e);
        }
    }

    private static boolean isNewer(Path file, Path than) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
    }

    interface SchemaReader {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private void read(JarFile schemas, String entry, SchemaReader reader) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = schemas.getInputStream(schemas.getJarEntry(entry))) {
            reader.read(factory.createXMLStreamReader(in, "UTF-8"));
        }
    }

    private void readSegments(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT || xml.getAttributeValue(null, "name") == null) {
                continue;
            }
            Matcher type = TYPE.matcher(xml.getAttributeValue(null, "name"));
            if (xml.getLocalName().equals("complexType") && type.matches()) {
                boolean composite = type.group(2) != null;
                Structure structure =
                        new Structure(composite ? type.group(2) : type.group(3), words(type.group(4)), parts(xml));
                (composite ? composites : segments).put(structure.id(), structure);
            } else if (xml.getLocalName().equals("simpleType") && type.matches()) {
                readElement(type.group(1), words(type.group(4)), xml);
            }
        }
    }

    /**
     * A directory prints an element that it deletes beside the composite that takes its place (D95A: LIN 5495 and C829), and
     * the schemas took both.
     */
    private Structure withoutDeleted(Structure segment) {
        List<Part> kept = new ArrayList<>();
        for (int i = 0; i < segment.parts().size(); i++) {
            Structure next = i + 1 == segment.parts().size() ? null : composites.get(segment.parts().get(i + 1).id());
            if (next == null || !next.parts().get(0).id().equals(segment.parts().get(i).id())) {
                kept.add(segment.parts().get(i));
            }
        }
        return new Structure(segment.id(), segment.name(), kept);
    }

    private static List<Part> parts(XMLStreamReader xml) throws XMLStreamException {
        List<Part> parts = new ArrayList<>();
        while (!ends(xml, "complexType")) {
            if (xml.isStartElement() && xml.getLocalName().equals("element")) {
                Matcher type = TYPE.matcher(xml.getAttributeValue(null, "type"));
                if (!type.matches()) {
                    throw new IllegalStateException(xml.getAttributeValue(null, "type"));
                }
                String id = type.group(1) != null ? type.group(1) : type.group(2);
                parts.add(new Part(id, mandatory(xml), max(xml)));
            }
        }
        return parts;
    }

    private void readElement(String id, String name, XMLStreamReader xml) throws XMLStreamException {
        String base = null;
        Set<String> codes = new LinkedHashSet<>();
        while (!ends(xml, "simpleType")) {
            if (xml.isStartElement() && xml.getLocalName().equals("restriction")) {
                base = xml.getAttributeValue(null, "base");
            } else if (xml.isStartElement() && xml.getLocalName().equals("enumeration")) {
                codes.add(xml.getAttributeValue(null, "value"));
            }
        }
        Matcher length = LENGTH.matcher(String.valueOf(base));
        if (!length.matches()) {
            throw new IllegalStateException("element " + id + " has type " + base);
        }
        int first = Integer.parseInt(length.group(2));
        int last = length.group(3) == null ? first : Integer.parseInt(length.group(3));
        elements.put(id, new Element(id, name, length.group(1).equals("numeric"), first, last, List.copyOf(codes)));
    }

    private void readMessages(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("complexType")) {
                continue;
            }
            String name = xml.getAttributeValue(null, "name");
            if (name != null && name.matches("[A-Z]{6}")) {
                List<Node> nodes = new ArrayList<>();
                readGroup(xml, nodes);
                messages.put(name, nodes);
            }
        }
    }

    private void readGroup(XMLStreamReader xml, List<Node> nodes) throws XMLStreamException {
        while (!ends(xml, "complexType")) {
            if (!xml.isStartElement() || !xml.getLocalName().equals("element")) {
                continue;
            }
            String name = xml.getAttributeValue(null, "name");
            if (name.startsWith("SegGrp-")) {
                nodes.add(new Node(1, name.substring("SegGrp-".length()), mandatory(xml), max(xml)));
                readGroup(xml, nodes);
                nodes.add(new Node(2, "", false, 0));
            } else {
                nodes.add(new Node(0, name.substring(0, 3), mandatory(xml), max(xml)));
            }
        }
    }

    private static boolean ends(XMLStreamReader xml, String element) throws XMLStreamException {
        return xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    private static boolean mandatory(XMLStreamReader xml) {
        return !"0".equals(xml.getAttributeValue(null, "minOccurs"));
    }

    private static int max(XMLStreamReader xml) {
        String max = xml.getAttributeValue(null, "maxOccurs");
        return max == null ? 1 : max.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(max);
    }

    /** "DocumentMessageNameCoded" as "Document message name coded". */
    private static String words(String camel) {
        String spaced = camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x544C4701);
        Map<String, Integer> elementIndex = writeElements(out);
        Map<String, Integer> compositeIndex = new LinkedHashMap<>();
        out.writeShort(composites.size());
        for (Structure composite : composites.values()) {
            compositeIndex.put(composite.id(), compositeIndex.size());
            writeStructure(out, composite, elementIndex, Map.of());
        }
        out.writeShort(segments.size());
        for (Structure segment : segments.values()) {
            writeStructure(out, segment, elementIndex, compositeIndex);
        }
        out.writeShort(messages.size());
        for (Map.Entry<String, List<Node>> message : messages.entrySet()) {
            out.writeUTF(message.getKey());
            byte[] nodes = nodes(message.getValue());
            out.writeInt(nodes.length);
            out.write(nodes);
        }
        return bytes.toByteArray();
    }

    private Map<String, Integer> writeElements(DataOutputStream out) throws IOException {
        Map<String, Integer> index = new LinkedHashMap<>();
        out.writeShort(elements.size());
        for (Element element : elements.values()) {
            index.put(element.id(), index.size());
            out.writeUTF(element.id());
            out.writeUTF(element.name());
            out.writeBoolean(element.numeric());
            out.writeShort(element.min());
            out.writeShort(element.max());
            out.writeUTF(String.join(" ", element.codes()));
        }
        return index;
    }

    private static void writeStructure(
            DataOutputStream out, Structure structure, Map<String, Integer> elementIndex, Map<String, Integer> compositeIndex)
            throws IOException {
        out.writeUTF(structure.id());
        out.writeUTF(structure.name());
        out.writeByte(structure.parts().size());
        for (Part part : structure.parts()) {
            Integer element = elementIndex.get(part.id());
            out.writeShort(element != null ? element : ~compositeIndex.get(part.id()));
            out.writeBoolean(part.mandatory());
            out.writeByte(part.repeat());
        }
    }

    private static byte[] nodes(List<Node> nodes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(nodes.size());
        for (Node node : nodes) {
            out.writeByte(node.kind());
            out.writeUTF(node.tag());
            out.writeBoolean(node.mandatory());
            out.writeInt(node.max());
        }
        return bytes.toByteArray();
    }
}
