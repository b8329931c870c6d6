package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A line of a release that counts, and how the lines of a new one find theirs. */
record Standing(
        UUID demand, UUID schedule, Kind kind, @Nullable UUID article, Item item, String unit, @Nullable String shipTo, @Nullable String orderNumber,
        @Nullable String orderLineNumber) {

    /**
     * The demand that each goes on with, in their order; {@code null} for one that nobody spoke of before. Where a release leaves
     * out place or order and only one demand of the article fits, that is meant.
     */
    static List<@Nullable UUID> match(List<Demand> demands, List<Standing> standing) {
        Map<String, Set<Standing>> byNumber = new HashMap<>();
        standing.forEach(line -> Demand.numbers(line.article, line.item)
                .forEach(number -> byNumber.computeIfAbsent(number, any -> new LinkedHashSet<>()).add(line)));
        List<@Nullable UUID> found = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (Demand demand : demands) {
            found.add(take(demand, byNumber, taken, Standing::isOf, Integer.MAX_VALUE));
        }
        for (int i = 0; i < demands.size(); i++) {
            if (found.get(i) == null) {
                found.set(i, take(demands.get(i), byNumber, taken, Standing::mayBeOf, 1));
            }
        }
        return found;
    }

    private static @Nullable UUID take(
            Demand demand, Map<String, Set<Standing>> byNumber, Set<UUID> taken, BiPredicate<Standing, Demand> fits, int most) {
        List<UUID> fitting = demand.numbers().stream()
                .flatMap(number -> byNumber.getOrDefault(number, Set.of()).stream())
                .filter(line -> !taken.contains(line.demand) && fits.test(line, demand))
                .map(Standing::demand)
                .distinct()
                .toList();
        if (fitting.isEmpty() || fitting.size() > most) {
            return null;
        }
        taken.add(fitting.getFirst());
        return fitting.getFirst();
    }

    private boolean isOf(Demand demand) {
        return unit.equals(demand.unit()) && Objects.equals(shipTo, demand.shipTo()) && Objects.equals(orderNumber, demand.orderNumber())
                && Objects.equals(orderLineNumber, demand.orderLineNumber());
    }

    private boolean mayBeOf(Demand demand) {
        return unit.equals(demand.unit()) && open(shipTo, demand.shipTo()) && open(orderNumber, demand.orderNumber())
                && open(orderLineNumber, demand.orderLineNumber());
    }

    private static boolean open(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
