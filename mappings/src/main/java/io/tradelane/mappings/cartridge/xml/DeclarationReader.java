package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code x:document} and {@code x:fragment} from where the cursor stands; attributes first, then what is below. */
final class DeclarationReader {
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "document", Set.of("name", "root", "namespace", "namespaces", "holds", "doctype", "systemId", "lengths"),
            "fragment", Set.of("name"),
            "field", Set.of("name", "at", "type", "required", "max", "codes", "join", "pattern", "empty", "use"),
            "constant", Set.of("at", "value", "use"),
            "given", Set.of("name", "value", "use"),
            "use", Set.of("fragment", "at", "use"),
            "within", Set.of("at", "use"),
            "rows", Set.of("name", "at", "required", "stream", "use"));

    private final XmlCursor element;

    DeclarationReader(XmlCursor element) {
        this.element = element;
    }

    Declaration.Document document() throws IOException, XmlRefused {
        check("document");
        String name = required("name");
        List<Path.Name> root = Path.alternatives(required("root"), element::namespace).stream()
                .map(path -> path.steps().getFirst().name()).toList();
        String own = element.attribute("namespace");
        String namespace = own == null ? root.getFirst().namespace() : own;
        String pattern = element.attribute("namespaces");
        Pattern namespaces = Pattern.compile(pattern == null ? Pattern.quote(namespace) : pattern);
        List<String> holds = words(element.attribute("holds"));
        boolean doctypeIgnored = "ignored".equals(element.attribute("doctype"));
        String systemId = element.attribute("systemId");
        Map<String, Integer> lengths = lengths(element.attribute("lengths"));
        return new Declaration.Document(name, root, namespace, namespaces, holds, doctypeIgnored, systemId, lengths, content());
    }

    private static Map<String, Integer> lengths(@Nullable String resource) {
        if (resource == null) {
            return Map.of();
        }
        Properties lengths = new Properties();
        try (InputStream in = XmlResource.open(resource)) {
            lengths.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return lengths.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> Integer.valueOf(lengths.getProperty(name))));
    }

    /** @return what {@code x:fragment} has, which is put where it is used */
    List<Declaration> fragment() throws IOException, XmlRefused {
        check("fragment");
        return content();
    }

    private List<Declaration> content() throws IOException, XmlRefused {
        List<Declaration> content = new ArrayList<>();
        element.children(kind -> content.add(declaration(kind)));
        return List.copyOf(content);
    }

    /** A misspelt attribute would say nothing. */
    private void check(String kind) {
        Set<String> known = ATTRIBUTES.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("unknown declaration " + kind);
        }
        for (String name : element.attributeNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(element.path() + " has an unknown attribute " + name);
            }
        }
    }

    private Declaration declaration(String kind) throws IOException, XmlRefused {
        check(kind);
        Declaration.Scope scope = scope();
        return switch (kind) {
            case "field" -> field(scope);
            case "constant" -> new Declaration.Constant(path(required("at")), required("value"), scope);
            case "given" -> new Declaration.Given(required("name"), required("value"), scope);
            case "use" -> {
                String at = element.attribute("at");
                yield new Declaration.Use(required("fragment"), at == null ? Path.SELF : path(at), scope);
            }
            case "within" -> new Declaration.Within(path(required("at")), content(), scope);
            case "rows" -> rows(scope);
            default -> throw new IllegalArgumentException("unknown declaration " + kind);
        };
    }

    private Declaration.Rows rows(Declaration.Scope scope) throws IOException, XmlRefused {
        String name = required("name");
        List<Path> at = Path.alternatives(required("at"), element::namespace);
        boolean needed = isTrue("required");
        boolean stream = isTrue("stream");
        return new Declaration.Rows(name, at, needed, stream, content(), scope);
    }

    private Declaration.Field field(Declaration.Scope scope) {
        String max = element.attribute("max");
        return new Declaration.Field(
                required("name"), Path.alternatives(required("at"), element::namespace), type(), isTrue("required"),
                max == null ? 0 : Integer.parseInt(max), Set.copyOf(words(element.attribute("codes"))),
                element.attribute("join"), element.attribute("pattern"), isTrue("empty"), scope);
    }

    private Path path(String text) {
        return Path.parse(text, element::namespace);
    }

    private Declaration.Scope scope() {
        String use = element.attribute("use");
        return use == null ? Declaration.Scope.BOTH : Declaration.Scope.valueOf(use.toUpperCase(Locale.ROOT));
    }

    private ValueType type() {
        String type = element.attribute("type");
        return type == null ? ValueType.STRING
                : type.equals("dateTime") ? ValueType.DATE_TIME
                : ValueType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private boolean isTrue(String attribute) {
        return "true".equals(element.attribute(attribute));
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of()
                : Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableList());
    }

    private String required(String attribute) {
        String value = element.attribute(attribute);
        if (value == null) {
            throw new IllegalArgumentException(element.path() + " has no " + attribute);
        }
        return value;
    }
}
