package io.tradelane.trading.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * That an interchange is one of the hub's own making: the bytes of an earlier one, read once more. It stands in
 * {@link Interchange#properties}.
 *
 * @param replay on whose account
 * @param messages places of those that are wanted; empty: all
 * @param receivedOn when the bytes came, in UTC
 * @param asOfThen whether what was agreed with the partner counts as it was that day; else as it is now
 */
public record Again(UUID replay, Set<Integer> messages, LocalDate receivedOn, boolean asOfThen) {
    static final String DAY = "replay.day";

    public Again {
        messages = Set.copyOf(messages);
    }

    /** Empty for what a partner sent. */
    public static Optional<Again> of(Interchange interchange) {
        Map<String, String> told = interchange.properties();
        String replay = told.get("replay");
        return replay == null ? Optional.empty() : Optional.of(new Again(
                UUID.fromString(replay),
                Arrays.stream(told.getOrDefault("replay.messages", "").split(",")).filter(place -> !place.isEmpty()).map(Integer::valueOf).collect(Collectors.toSet()),
                LocalDate.parse(told.get("replay.received")),
                told.containsKey(DAY)));
    }

    Map<String, String> properties() {
        Map<String, String> told = new HashMap<>(Map.of("replay", replay.toString(), "replay.received", receivedOn.toString()));
        if (!messages.isEmpty()) {
            told.put("replay.messages", messages.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (asOfThen) {
            told.put(DAY, receivedOn.toString());
        }
        return told;
    }

    public List<MessageRow> chosen(List<MessageRow> all) {
        return messages.isEmpty() ? all : all.stream().filter(row -> messages.contains(row.index())).toList();
    }
}
