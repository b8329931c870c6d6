package io.tradelane.routes.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue queue = new FairQueue();
    private final Map<UUID, UUID> senders = new HashMap<>();

    @Test
    void whoSendsMuchWaitsForItselfOnly() {
        List<UUID> flood = add(UUID.randomUUID(), 1_000);
        List<UUID> other = add(UUID.randomUUID(), 2);
        assertThat(queue.take(4)).containsExactly(flood.get(0), other.get(0), flood.get(1), other.get(1));
        assertThat(queue.take(10)).isEqualTo(flood.subList(2, 12));
    }

    @Test
    void eachSendersKeepTheirOrderAndOneAddedAgainStandsWhereItStood() {
        List<UUID> one = add(UUID.randomUUID(), 3);
        queue.add(List.of(one.get(0), one.get(2)), senders);
        assertThat(queue.take(10)).isEqualTo(one);
        assertThat(queue.take(10)).isEmpty();
    }

    @Test
    void thoseOfNobodyKnownTakeTurnsTogether() {
        List<UUID> unknown = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        queue.add(unknown, Map.of());
        List<UUID> known = add(UUID.randomUUID(), 1);
        assertThat(queue.take(2)).containsExactly(unknown.getFirst(), known.getFirst());
    }

    private List<UUID> add(UUID sender, int count) {
        List<UUID> ids = IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
        ids.forEach(id -> senders.put(id, sender));
        queue.add(ids, senders);
        return ids;
    }
}
