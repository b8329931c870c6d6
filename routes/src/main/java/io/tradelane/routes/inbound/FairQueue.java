package io.tradelane.routes.inbound;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Interchanges that wait, taken from each sender in turn and of each in their order: who sends much waits for itself. Each stands in it
 * once, however often it is added.
 */
final class FairQueue {
    private static final UUID NOBODY = new UUID(0, 0);
    private final Map<UUID, LinkedHashSet<UUID>> bySender = new LinkedHashMap<>();

    /** @param senders of those whose sender is known */
    synchronized void add(Iterable<UUID> interchanges, Map<UUID, UUID> senders) {
        for (UUID interchange : interchanges) {
            bySender.computeIfAbsent(senders.getOrDefault(interchange, NOBODY), sender -> new LinkedHashSet<>()).add(interchange);
        }
    }

    synchronized List<UUID> take(int most) {
        List<UUID> taken = new ArrayList<>();
        while (taken.size() < most && !bySender.isEmpty()) {
            Map.Entry<UUID, LinkedHashSet<UUID>> next = bySender.entrySet().iterator().next();
            bySender.remove(next.getKey());
            Iterator<UUID> first = next.getValue().iterator();
            taken.add(first.next());
            first.remove();
            if (first.hasNext()) {
                bySender.put(next.getKey(), next.getValue());
            }
        }
        return taken;
    }
}
