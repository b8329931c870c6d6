package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code edi:message} from where the cursor stands; attributes first, then what is below. */
final class DeclarationReader {

    private final XmlCursor element;
    private final List<String> released;
    /** What {@code include} finds. */
    private Function<String, List<Declaration>> blocks;

    /** @param released what {@code *} and ranges of directories mean */
    DeclarationReader(XmlCursor element, List<String> released, Function<String, List<Declaration>> blocks) {
        this.released = released;
        this.element = element;
        this.blocks = blocks;
    }

    static DeclarationReader ofMessage(XmlCursor element, List<String> released) {
        return new DeclarationReader(element, released, name -> {
            throw new IllegalArgumentException("a message that includes blocks names their file: blocks=\"…\"");
        });
    }

    Declaration.Message message() throws IOException, XmlRefused {
        String name = required("name");
        String type = required("type");
        Set<String> directories = directories(required("directories"));
        List<String> segments = words(element.attribute("segments"));
        String association = element.attribute("association");
        String partner = element.attribute("partner");
        String library = element.attribute("blocks");
        blocks = library == null ? blocks : block -> Blocks.of(library).block(block);
        Declaration.Scope everywhere = new Declaration.Scope(true, true, Set.of());
        return new Declaration.Message(type, directories, association, partner, segments, new Declaration.Rows(name, null, content(), everywhere));
    }

    List<Declaration> content() throws IOException, XmlRefused {
        List<Declaration> content = new ArrayList<>();
        element.children(name -> {
            if (name.equals("include")) {
                content.addAll(blocks.apply(required("block")));
            } else {
                content.add(declaration(name));
            }
        });
        return List.copyOf(content);
    }

    private Declaration declaration(String kind) throws IOException, XmlRefused {
        Path at = Path.parse(required("at"));
        Declaration.Scope scope = scope();
        return switch (kind) {
            case "field" -> new Declaration.Field(required("name"), at, type(), element.attribute("join"), values(), scope);
            case "constant" -> new Declaration.Constant(at, required("value"), scope);
            case "count" -> new Declaration.Count(at, required("of"), scope);
            case "rows" -> {
                String name = required("name");
                yield new Declaration.Rows(name, at, content(), scope);
            }
            default -> throw new IllegalArgumentException("unknown declaration " + kind);
        };
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words(element.attribute("values"))) {
            int equals = word.indexOf('=');
            if (equals < 1 || equals == word.length() - 1) {
                throw new IllegalArgumentException("values=\"THEIRS=OURS …\", not " + word);
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return values;
    }

    private Declaration.Scope scope() {
        String use = element.attribute("use");
        return new Declaration.Scope(
                !"write".equals(use), !"read".equals(use), directories(element.attribute("directories")));
    }

    /** Names, ranges such as {@code D96A-D01C}, or {@code *} for all. */
    private Set<String> directories(@Nullable String text) {
        Set<String> directories = new LinkedHashSet<>();
        for (String word : words(text)) {
            int dash = word.indexOf('-');
            if (word.equals("*")) {
                directories.addAll(released);
            } else if (dash > 0) {
                int from = released.indexOf(word.substring(0, dash));
                int to = released.indexOf(word.substring(dash + 1));
                directories.addAll(released.subList(from, to + 1));
            } else {
                directories.add(word);
            }
        }
        return directories;
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
