package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one partner does otherwise in one message of a directory, from a day to a day. Compiled once; thread-safe. */
public final class Overlay {
    private final MappingKey key;
    private final LocalDate from;
    private final @Nullable LocalDate to;
    private final MessageGrammar grammar;
    private final Declaration.@Nullable Rows mapping;
    private final int mappingLine;
    private final Map<SmooksResource, BoundDeclaration> bound = new ConcurrentHashMap<>();

    /**
     * @param to last day; absent: for good
     * @param grammar the directory's with the deviations
     * @param mapping what is read from elsewhere
     * @param mappingLine where it stands
     */
    Overlay(
            MappingKey key, LocalDate from, @Nullable LocalDate to, MessageGrammar grammar, Declaration.@Nullable Rows mapping, int mappingLine) {
        this.key = key;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        this.mapping = mapping;
        this.mappingLine = mappingLine;
    }

    /** The message and directory, and whose messages it is for. */
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
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** What is declared for everybody, with the partner's declarations in it, for the partner's grammar. */
    BoundDeclaration bind(SmooksResource standard) {
        return bound.computeIfAbsent(standard, resource -> new BoundDeclaration(
                mapping == null ? resource : resource.with(OverlaidRows.of(resource.declaration().content(), mapping)), grammar));
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
            List<String> usual = new BoundDeclaration(resource, grammar).read().skipped();
            OverlaidRows.requireKnown(mapping, resource.declaration().content());
            return bind(resource).read().skipped().stream().filter(problem -> !usual.contains(problem)).toList();
        } catch (IllegalArgumentException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
    }
}
