package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One UN/EDIFACT directory, such as D96A, or the service directory of ISO 9735. Messages are built when first asked for. */
public final class Directory {

    private final String name;
    private final Map<Integer, SegmentGrammar> segments;
    private final Map<String, Function<Directory, MessageGrammar>> messages;
    private final Map<String, MessageGrammar> built = new ConcurrentHashMap<>();

    public Directory(String name, Map<Integer, SegmentGrammar> segments, Map<String, Function<Directory, MessageGrammar>> messages) {
        this.name = name;
        this.segments = segments;
        this.messages = messages;
    }

    public String name() {
        return name;
    }

    public Set<String> messages() {
        return messages.keySet();
    }

    public Optional<MessageGrammar> message(String message) {
        Function<Directory, MessageGrammar> builder = messages.get(message);
        return builder == null
                ? Optional.empty()
                : Optional.of(built.computeIfAbsent(message, absent -> builder.apply(this)));
    }

    public @Nullable SegmentGrammar segment(int tag) {
        return segments.get(tag);
    }

    /** Ordered by tag. */
    public Map<Integer, SegmentGrammar> segments() {
        return segments;
    }
}
