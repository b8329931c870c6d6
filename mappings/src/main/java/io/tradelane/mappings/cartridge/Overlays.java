package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The deviations of partners as they are at one moment. */
public final class Overlays {
    public static final Overlays NONE = new Overlays(List.of());

    private final Map<MappingKey, List<Overlay>> byKey;

    private Overlays(Collection<Overlay> overlays) {
        this.byKey = overlays.stream().collect(Collectors.groupingBy(Overlay::key));
    }

    public static Overlays of(Collection<Overlay> overlays) {
        return overlays.isEmpty() ? NONE : new Overlays(overlays);
    }

    /** What holds for a message of the interchange's sender on the day it was prepared; {@code null} for nearly everybody. */
    @Nullable Overlay find(InterchangeHeader header, MessageGrammar standard, LocalDate received) {
        if (byKey.isEmpty()) {
            return null;
        }
        LocalDate day = header.preparedAt() == null ? received : header.preparedAt().toLocalDate();
        MappingKey key = new MappingKey(standard.name(), standard.directory().name(), null, header.sender().toString());
        for (Overlay overlay : byKey.getOrDefault(key, List.of())) {
            if (overlay.holds(day)) {
                return overlay;
            }
        }
        return null;
    }

    /** Those of one message and partner of which two hold on the same day, one of each pair. */
    public static List<Overlay> overlapping(Collection<Overlay> overlays) {
        Map<MappingKey, List<Overlay>> byKey = overlays.stream().collect(Collectors.groupingBy(Overlay::key));
        return overlays.stream()
                .filter(overlay -> byKey.get(overlay.key()).stream().takeWhile(before -> before != overlay).anyMatch(overlay::overlaps))
                .toList();
    }

    public int size() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

}
