package io.tradelane.mappings.syntax.xml;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Counts the different names of a document, which the parser keeps. */
final class NameCount {
    private final @Nullable String[] recent = new String[256];
    private final Set<String> all = new HashSet<>();

    int size() {
        return all.size();
    }

    /** Of the element that begins. */
    void element(XMLStreamReader2 reader) {
        add(reader.getPrefixedName());
        for (int i = 0, count = reader.getAttributeCount(); i < count; i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            add(prefix == null || prefix.isEmpty() ? local : prefix + ":" + local);
        }
        for (int i = 0, count = reader.getNamespaceCount(); i < count; i++) {
            add("xmlns:" + reader.getNamespacePrefix(i));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the parser gives the same name as the same string
    void add(String name) {
        int slot = name.hashCode() & recent.length - 1;
        if (recent[slot] != name) {
            recent[slot] = name;
            all.add(name);
        }
    }
}
