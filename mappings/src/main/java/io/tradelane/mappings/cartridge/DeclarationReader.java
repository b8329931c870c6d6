package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code edi:message} from where the cursor stands; attributes first, then what is below. */
final class DeclarationReader {

    private final XmlCursor element;

    DeclarationReader(XmlCursor element) {
        this.element = element;
    }

    Declaration.Message message() throws IOException, XmlRefused {
        String name = required("name");
        String type = required("type");
        Set<String> directories = Set.copyOf(words(required("directories")));
        List<String> segments = words(element.attribute("segments"));
        Declaration.Scope everywhere = new Declaration.Scope(true, true, Set.of());
        return new Declaration.Message(type, directories, segments, new Declaration.Rows(name, null, content(), everywhere));
    }

    private List<Declaration> content() throws IOException, XmlRefused {
        List<Declaration> content = new ArrayList<>();
        element.children(name -> content.add(declaration(name)));
        return List.copyOf(content);
    }

    private Declaration declaration(String kind) throws IOException, XmlRefused {
        Path at = Path.parse(required("at"));
        Declaration.Scope scope = scope();
        return switch (kind) {
            case "field" -> new Declaration.Field(required("name"), at, type(), element.attribute("join"), scope);
            case "constant" -> new Declaration.Constant(at, required("value"), scope);
            case "count" -> new Declaration.Count(at, required("of"), scope);
            case "rows" -> {
                String name = required("name");
                yield new Declaration.Rows(name, at, content(), scope);
            }
            default -> throw new IllegalArgumentException("unknown declaration " + kind);
        };
    }

    private Declaration.Scope scope() {
        String use = element.attribute("use");
        return new Declaration.Scope(
                !"write".equals(use), !"read".equals(use), Set.copyOf(words(element.attribute("directories"))));
    }

    private Declaration.Type type() {
        String type = element.attribute("type");
        return type == null ? Declaration.Type.STRING
                : type.equals("dateTime") ? Declaration.Type.DATE_TIME
                : Declaration.Type.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private String required(String attribute) {
        String value = element.attribute(attribute);
        if (value == null) {
            throw new IllegalArgumentException(element.path() + " has no " + attribute);
        }
        return value;
    }
}
