package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks up what a new segment is made of. */
final class NewParts {
    private static final List<String> TYPES = List.of("an", "a", "n");

    private NewParts() {}

    static Layout.Part of(NewPart part, Directory directory) {
        if (part.type() == null) {
            return parts(directory)
                    .filter(known -> known.id().equals(part.id()))
                    .findFirst()
                    .map(known -> new Layout.Part(known.id(), known.name(), part.mandatory(), part.repeat(), known.composite(), known.components()))
                    .or(() -> parts(directory).flatMap(known -> known.components().stream())
                            .filter(component -> component.element().id().equals(part.id()))
                            .findFirst().map(component -> alone(component.element(), part)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            directory.name() + " has no data element " + part.id() + "; one of the partner's own has a type"));
        }
        if (!TYPES.contains(part.type())) {
            throw new IllegalArgumentException("type " + part.type() + " is none of " + String.join(", ", TYPES));
        }
        String name = Objects.requireNonNullElse(part.name(), part.id());
        return alone(new DataElement(part.id(), name, part.type().equals("n"), part.min(), part.max(), null), part);
    }

    private static Layout.Part alone(DataElement element, NewPart part) {
        return new Layout.Part(
                element.id(), element.name(), part.mandatory(), part.repeat(), false, List.of(new Layout.Component(element, true)));
    }

    private static Stream<Layout.Part> parts(Directory directory) {
        return directory.segments().values().stream().map(SegmentGrammar::compact)
                .flatMap(layout -> IntStream.rangeClosed(1, layout.size).mapToObj(layout::part));
    }
}
