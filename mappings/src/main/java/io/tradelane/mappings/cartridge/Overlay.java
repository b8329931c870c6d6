package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one partner does otherwise in one message of a directory, or wants otherwise, from a day to a day. Compiled once; thread-safe. */
public final class Overlay {
    private final MappingKey key;
    private final Direction direction;
    private final LocalDate from;
    private final @Nullable LocalDate to;
    private final MessageGrammar grammar;
    private final Declaration.@Nullable Rows mapping;
    private final int mappingLine;
    private final Map<SmooksResource, BoundDeclaration> bound = new ConcurrentHashMap<>();

    /** Seen from the hub. */
    enum Direction {
        /** The partner sends it. */
        IN,
        /** The partner gets it. */
        OUT,
        BOTH;

        boolean reads() {
            return this != OUT;
        }

        boolean writes() {
            return this != IN;
        }
    }

    /**
     * @param to last day; absent: for good
     * @param grammar the directory's with the deviations
     * @param mapping what is read from elsewhere, or written elsewhere
     * @param mappingLine where it stands
     */
    Overlay(
            MappingKey key, Direction direction, LocalDate from, @Nullable LocalDate to, MessageGrammar grammar, Declaration.@Nullable Rows mapping, int mappingLine) {
        this.key = key;
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        this.mapping = mapping;
        this.mappingLine = mappingLine;
    }

    Direction direction() {
        return direction;
    }

    /** The message and directory, and the partner who sends or gets it. */
    public MappingKey key() {
        return key;
    }

    MessageGrammar grammar() {
        return grammar;
    }

    /** Where the mapping stands in its file; 0 when it has none. */
    public int mappingLine() {
        return mappingLine;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Overlay other) {
        boolean sameWay = direction.reads() && other.direction.reads() || direction.writes() && other.direction.writes();
        return sameWay && (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** What is declared for everybody, with the partner's declarations in it, for the partner's grammar. */
    BoundDeclaration bind(SmooksResource standard) {
        return bound.computeIfAbsent(standard, resource -> new BoundDeclaration(
                mapping == null ? resource : resource.with(OverlaidRows.of(resource.declaration().content(), mapping)), grammar, true));
    }

    /** @return what does not fit the message, one sentence each */
    List<String> problems(Optional<SmooksResource> standard) {
        if (mapping == null) {
            return List.of();
        }
        if (standard.isEmpty()) {
            return List.of("no mapping knows " + key.message() + " " + key.directory() + ", so there is nothing to change");
        }
        try {
            SmooksResource resource = standard.get();
            List<String> usual = skipped(new BoundDeclaration(resource, grammar, false));
            OverlaidRows.requireKnown(mapping, resource.declaration().content(), direction.writes());
            return skipped(bind(resource)).stream().filter(problem -> !usual.contains(problem)).toList();
        } catch (IllegalArgumentException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
    }

    private List<String> skipped(BoundDeclaration declaration) {
        List<String> skipped = new ArrayList<>(direction.reads() ? declaration.read().skipped() : List.of());
        skipped.addAll(direction.writes() ? declaration.write().skipped() : List.of());
        return skipped;
    }
}
