package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The deviations of partners as they are at one moment: of what they send, unless it is said whose they shall be. */
public final class Overlays {
    public static final Overlays NONE = new Overlays(List.of());

    private enum Side {
        SENDER,
        RECIPIENT,
        EITHER
    }

    private final Map<MappingKey, List<Overlay>> byKey;
    private final Side side;
    private final @Nullable LocalDate day;

    private Overlays(Collection<Overlay> overlays) {
        this(overlays.stream().collect(Collectors.groupingBy(Overlay::key)), Side.SENDER, null);
    }

    private Overlays(Map<MappingKey, List<Overlay>> byKey, Side side, @Nullable LocalDate day) {
        this.byKey = byKey;
        this.side = side;
        this.day = day;
    }

    public static Overlays of(Collection<Overlay> overlays) {
        return overlays.isEmpty() ? NONE : new Overlays(overlays);
    }

    /** The same for what is sent to the partners: the recipient counts. */
    public Overlays ofRecipients() {
        return new Overlays(byKey, Side.RECIPIENT, day);
    }

    /** The same for whoever looks at a message without knowing who sent it: what its sender sends otherwise, else what its recipient wants. */
    public Overlays ofEither() {
        return new Overlays(byKey, Side.EITHER, day);
    }

    /** The same as they hold on that day, whenever an interchange was prepared. */
    public Overlays on(LocalDate chosen) {
        return byKey.isEmpty() ? this : new Overlays(byKey, side, chosen);
    }

    /** What a message is held against: its directory, or a partner's deviation from it. */
    public MessageGrammar grammar(InterchangeHeader header, MessageGrammar standard, LocalDate received) {
        Overlay overlay = find(header, standard, received);
        return overlay == null ? standard : overlay.grammar();
    }

    /** What holds for a message of the interchange on the day it was prepared; {@code null} for nearly everybody. */
    @Nullable Overlay find(InterchangeHeader header, MessageGrammar standard, LocalDate received) {
        return byKey.isEmpty() ? null : find(header, standard.name(), standard.directory().name(), received);
    }

    /** What holds for a message that is written. */
    @Nullable Overlay find(InterchangeHeader header, String message, String directory, LocalDate received) {
        if (byKey.isEmpty()) {
            return null;
        }
        LocalDate prepared = header.preparedAt() == null ? received : header.preparedAt().toLocalDate();
        LocalDate holds = day == null ? prepared : day;
        Overlay found = side == Side.RECIPIENT ? null
                : find(new MappingKey(message, directory, null, header.sender().toString()), holds, Overlay.Direction::reads);
        return found != null || side == Side.SENDER ? found
                : find(new MappingKey(message, directory, null, header.recipient().toString()), holds, Overlay.Direction::writes);
    }

    private @Nullable Overlay find(MappingKey key, LocalDate when, Predicate<Overlay.Direction> wanted) {
        for (Overlay overlay : byKey.getOrDefault(key, List.of())) {
            if (wanted.test(overlay.direction()) && overlay.holds(when)) {
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
