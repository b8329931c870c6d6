package io.tradelane.trading.relation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tradelane.trading.partner.Tenancy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What recommendations go by, takes a year of lines to find out and changes slowly: some minutes old at most, and each company's own under its own
 * name. Who is blocked, approved or does not want to be recommended is not among it and counts at once.
 */
@Component
class KeptFacts {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private final Cache<UUID, Set<UUID>> categories = cache();
    private final Cache<UUID, Map<UUID, Deliveries.Kept>> deliveries = cache();
    private final Cache<UUID, Map<UUID, Deliveries.Kept>> paid = cache();
    private final Cache<Set<UUID>, Map<UUID, Set<UUID>>> buyers = cache();
    private final PartnerFacts facts;
    private final Deliveries own;

    KeptFacts(PartnerFacts facts, Deliveries own) {
        this.facts = facts;
        this.own = own;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    }

    /** {@link PartnerFacts#ownCategories} */
    Set<UUID> ownCategories() {
        return ofCaller(categories, facts::ownCategories);
    }

    /** {@link Deliveries#bySupplier} */
    Map<UUID, Deliveries.Kept> bySupplier() {
        return ofCaller(deliveries, own::bySupplier);
    }

    /** {@link PartnerFacts#paid} */
    Map<UUID, Deliveries.Kept> paid() {
        return ofCaller(paid, facts::paid);
    }

    /** {@link PartnerFacts#buyersOf} */
    Map<UUID, Set<UUID>> buyersOf(Set<UUID> wanted) {
        return buyers.get(Set.copyOf(wanted), facts::buyersOf);
    }

    private static <V> V ofCaller(Cache<UUID, V> cache, Supplier<V> read) {
        Tenancy.Actor caller = Tenancy.current();
        // Of the operator and the hub, who see the rows of all, nothing is kept.
        return caller.scope() == Tenancy.Scope.ORGANISATION && caller.organisation() != null ? cache.get(caller.organisation(), company -> read.get()) : read.get();
    }
}
