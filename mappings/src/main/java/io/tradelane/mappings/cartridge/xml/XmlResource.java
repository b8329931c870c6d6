package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.RowLayout;
import io.tradelane.mappings.cartridge.Visitors;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of one Smooks resource list.
 *
 * @param visitors {@code null} when there is nothing beside the declarations
 */
record XmlResource(
        String name, List<Declaration.Document> documents, Map<String, List<Declaration>> fragments, @Nullable Visitors visitors) {

    /** Namespace of {@code x:document}; its schema lies at META-INF/xsd/smooks/xml-1.0.xsd. */
    static final String NAMESPACE = "https://tradelane.io/xsd/smooks/xml-1.0.xsd";

    static XmlResource load(String name) {
        try (InputStream in = open(name)) {
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    static XmlResource read(String name, InputStream in) throws IOException {
        List<Declaration.Document> documents = new ArrayList<>();
        Map<String, List<Declaration>> fragments = new HashMap<>();
        List<String> others = new ArrayList<>();
        try {
            XmlCursor cursor = new XmlCursor(in, XmlLimits.defaults());
            cursor.root();
            cursor.children(element -> {
                if (!NAMESPACE.equals(cursor.namespace())) {
                    others.add(element);
                } else if (element.equals("document")) {
                    documents.add(new DeclarationReader(cursor).document());
                } else {
                    String fragment = cursor.attribute("name");
                    fragments.put(fragment, new DeclarationReader(cursor).fragment());
                }
            });
            return new XmlResource(name, List.copyOf(documents), Map.copyOf(fragments), others.isEmpty() ? null : new Visitors(name));
        } catch (XmlRefused | IllegalArgumentException e) {
            throw new IllegalArgumentException("wrong declaration in " + name + ": " + e.getMessage(), e);
        }
    }

    static InputStream open(String name) throws IOException {
        InputStream in = XmlResource.class.getResourceAsStream(name.startsWith("/") ? name : "/" + name);
        if (in == null) {
            throw new IOException("not on the class path");
        }
        return in;
    }

    /** A document with all fragments put where they are used. */
    static Declaration.Document complete(Declaration.Document document, Map<String, List<Declaration>> fragments) {
        return new Declaration.Document(
                document.name(), document.root(), document.namespace(), document.namespaces(), document.holds(),
                document.doctypeIgnored(), document.systemId(), document.lengths(), complete(document.content(), fragments, 0));
    }

    private static List<Declaration> complete(List<Declaration> content, Map<String, List<Declaration>> fragments, int depth) {
        if (depth > 20) {
            throw new IllegalArgumentException("a fragment uses itself");
        }
        List<Declaration> all = new ArrayList<>();
        for (Declaration declared : content) {
            all.add(switch (declared) {
                case Declaration.Use use -> new Declaration.Within(
                        use.at(), complete(fragment(use, fragments), fragments, depth + 1), use.scope());
                case Declaration.Within within -> new Declaration.Within(
                        within.at(), complete(within.content(), fragments, depth), within.scope());
                case Declaration.Rows rows -> new Declaration.Rows(
                        rows.name(), rows.at(), rows.required(), rows.stream(), complete(rows.content(), fragments, depth), rows.scope());
                default -> declared;
            });
        }
        return List.copyOf(all);
    }

    private static List<Declaration> fragment(Declaration.Use use, Map<String, List<Declaration>> fragments) {
        List<Declaration> content = fragments.get(use.fragment());
        if (content == null) {
            throw new IllegalArgumentException("no fragment " + use.fragment());
        }
        return content;
    }

    /** A document ready to be read and written; the plans are made when first needed. */
    static final class Bound {
        private final Declaration.Document declaration;
        private final RowLayout layout;
        private final @Nullable Visitors visitors;
        private volatile @Nullable ReadPlan read;
        private volatile @Nullable WritePlan write;

        Bound(Declaration.Document declaration, @Nullable Visitors visitors) {
            this.declaration = declaration;
            this.visitors = visitors;
            this.layout = declaration.layout();
        }

        Declaration.Document declaration() {
            return declaration;
        }

        RowLayout layout() {
            return layout;
        }

        @Nullable Visitors visitors() {
            return visitors;
        }

        ReadPlan read() {
            ReadPlan plan = read;
            if (plan == null) {
                plan = read = ReadCompiler.compile(declaration, layout);
            }
            return plan;
        }

        WritePlan write() {
            WritePlan plan = write;
            if (plan == null) {
                plan = write = WriteCompiler.compile(declaration, layout);
            }
            return plan;
        }
    }
}
