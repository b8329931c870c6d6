package io.tradelane.trading.despatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a dock of a buyer's warehouse takes deliveries, in slots of one length.
 *
 * @param place the warehouse, as its company calls it
 * @param until exclusive
 * @param closedAt since when nothing more is booked in it
 */
public record DockWindow(
        UUID id, UUID buyer, UUID warehouse, String place, String dock, Instant from, Instant until, int slotMinutes, @Nullable Instant closedAt) {

    /** @param until exclusive */
    public record Slot(UUID window, String place, String dock, Instant from, Instant until) {}

    /** Whole slots, the first first. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        Duration length = Duration.ofMinutes(slotMinutes);
        for (Instant start = from; !start.plus(length).isAfter(until); start = start.plus(length)) {
            slots.add(new Slot(id, place, dock, start, start.plus(length)));
        }
        return slots;
    }
}
