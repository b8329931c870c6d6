package io.tradelane.mappings.cartridge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document as a declaration names it; the package's documentation has the grammar.
 *
 * @param steps elements downwards; none for the element itself
 * @param attribute local name; absent where the element or its text is meant
 */
record Path(List<Step> steps, @Nullable Name attribute) {

    static final Path SELF = new Path(List.of(), null);

    /** @param namespace empty where the prefix is: the document's own, or none */
    record Name(String prefix, String namespace, String local) {

        @Override
        public String toString() {
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
    }

    /** @param index from 1; 0 for any */
    record Step(Name name, List<Condition> conditions, int index) {}

    /**
     * @param at from the element; without steps and attribute its own text
     * @param values one of which it has, or none of which when negated
     */
    record Condition(Path at, List<String> values, boolean negated) {

        boolean ofAttribute() {
            return at.steps.isEmpty() && at.attribute != null;
        }
    }

    /** Local names, for a person: {@code Item/StandardItemIdentification/ID}. */
    String plain() {
        String elements = steps.stream().map(step -> step.name().local()).collect(Collectors.joining("/"));
        return attribute == null ? elements : (elements.isEmpty() ? "" : elements + "/") + "@" + attribute.local();
    }

    /** @param namespaces from a prefix to what it stands for, {@code null} when it is not declared */
    static Path parse(String text, UnaryOperator<@Nullable String> namespaces) {
        List<Path> paths = alternatives(text, namespaces);
        if (paths.size() > 1) {
            throw new IllegalArgumentException("alternatives are not possible here: " + text);
        }
        return paths.getFirst();
    }

    static List<Path> alternatives(String text, UnaryOperator<@Nullable String> namespaces) {
        Parser parser = new Parser(text, namespaces);
        List<Path> paths = new ArrayList<>();
        paths.add(parser.path());
        while (parser.take('|')) {
            paths.add(parser.path());
        }
        parser.end();
        return List.copyOf(paths);
    }

    private static final class Parser {
        private final String text;
        private final UnaryOperator<@Nullable String> namespaces;
        private int at;

        Parser(String text, UnaryOperator<@Nullable String> namespaces) {
            this.text = text;
            this.namespaces = namespaces;
        }

        Path path() {
            if (take('.')) {
                return SELF;
            }
            List<Step> steps = new ArrayList<>();
            do {
                if (take('@')) {
                    return new Path(List.copyOf(steps), name());
                }
                steps.add(step());
            } while (take('/'));
            return new Path(List.copyOf(steps), null);
        }

        private Step step() {
            Name name = name();
            List<Condition> conditions = new ArrayList<>();
            int index = 0;
            while (take('[')) {
                if (at < text.length() && Character.isDigit(text.charAt(at))) {
                    index = Integer.parseInt(until(']'));
                } else {
                    conditions.add(condition());
                    expect(']');
                }
            }
            return new Step(name, List.copyOf(conditions), index);
        }

        private Condition condition() {
            Path place = path();
            boolean negated = take('!');
            expect('=');
            char quote = take('"') ? '"' : '\'';
            if (quote == '\'') {
                expect(quote);
            }
            return new Condition(place, List.of(until(quote).split("\\|", -1)), negated);
        }

        private Name name() {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_-.:".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            String name = text.substring(from, at);
            int colon = name.indexOf(':');
            if (name.isEmpty() || colon == name.length() - 1) {
                throw wrong("a name");
            }
            if (colon < 0) {
                return new Name("", "", name);
            }
            String prefix = name.substring(0, colon);
            String namespace = namespaces.apply(prefix);
            if (namespace == null) {
                throw new IllegalArgumentException("prefix " + prefix + " is not declared: " + text);
            }
            return new Name(prefix, namespace, name.substring(colon + 1));
        }

        private String until(char end) {
            int to = text.indexOf(end, at);
            if (to < 0) {
                throw wrong(String.valueOf(end));
            }
            String found = text.substring(at, to);
            at = to + 1;
            return found;
        }

        private boolean take(char c) {
            boolean found = at < text.length() && text.charAt(at) == c;
            at += found ? 1 : 0;
            return found;
        }

        private void expect(char c) {
            if (!take(c)) {
                throw wrong(String.valueOf(c));
            }
        }

        private void end() {
            if (at < text.length()) {
                throw wrong("the end");
            }
        }

        private IllegalArgumentException wrong(String expected) {
            return new IllegalArgumentException("no place in a document, " + expected + " expected at " + (at + 1) + ": " + text);
        }
    }
}
