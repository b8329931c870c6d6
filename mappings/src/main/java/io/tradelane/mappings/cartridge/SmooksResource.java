package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Smooks resource list. Its {@code edi:message} runs as a plan of ours; only if the list has anything beside it is
 * Smooks started, once, when the first message of the type has been read.
 */
final class SmooksResource {

    /** Namespace of {@code edi:message}; its schema lies at META-INF/xsd/smooks/edifact-1.0.xsd. */
    static final String NAMESPACE = "https://tradelane.io/xsd/smooks/edifact-1.0.xsd";

    private final String name;
    private final Declaration.Message declaration;
    private final Grammars grammars;
    private final RowLayout layout;
    private final boolean visited;
    private final Map<String, BoundDeclaration> bound = new ConcurrentHashMap<>();
    private final Visitors visitors;

    private SmooksResource(String name, Declaration.Message declaration, boolean visited, Grammars grammars) {
        this.grammars = grammars;
        this.name = name;
        this.declaration = declaration;
        this.layout = declaration.content().layout();
        this.visited = visited;
        this.visitors = new Visitors(name);
    }

    /** The same list with other declarations. */
    SmooksResource with(Declaration.Rows content) {
        Declaration.Message other = new Declaration.Message(
                declaration.type(), declaration.directories(), declaration.association(), declaration.partner(), declaration.segments(), content);
        return new SmooksResource(name, other, visited, grammars);
    }

    static SmooksResource load(String name, Grammars grammars) {
        try (InputStream in = open(name)) {
            XmlCursor cursor = new XmlCursor(in, XmlLimits.defaults());
            List<Declaration.Message> messages = new ArrayList<>();
            List<String> others = new ArrayList<>();
            cursor.root();
            cursor.children(element -> {
                if (NAMESPACE.equals(cursor.namespace())) {
                    messages.add(DeclarationReader.ofMessage(cursor, grammars.released()).message());
                } else {
                    others.add(element);
                }
            });
            if (messages.isEmpty()) {
                throw new IllegalArgumentException("no edi:message");
            }
            return new SmooksResource(name, messages.getLast(), !others.isEmpty(), grammars);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        } catch (XmlRefused | IllegalArgumentException e) {
            throw new IllegalArgumentException("wrong declaration in " + name + ": " + e.getMessage(), e);
        }
    }

    static InputStream open(String name) throws IOException {
        String absolute = name.startsWith("/") ? name : "/" + name;
        InputStream in = SmooksResource.class.getResourceAsStream(absolute);
        if (in == null) {
            throw new IOException("not on the class path");
        }
        return in;
    }

    Declaration.Message declaration() {
        return declaration;
    }

    RowLayout layout() {
        return layout;
    }

    /** Whether visitors of Smooks want to see messages of this type. */
    boolean isVisited() {
        return visited;
    }

    BoundDeclaration in(String directory) {
        return bound.computeIfAbsent(directory, absent -> new BoundDeclaration(this, grammar(directory), false));
    }

    private MessageGrammar grammar(String directory) {
        return grammars.find().apply(directory)
                .flatMap(found -> found.message(declaration.type()))
                .orElseThrow(() -> new IllegalArgumentException(
                        name + ": directory " + directory + " has no message " + declaration.type()));
    }

    Visitors visitors() {
        return visitors;
    }
}
