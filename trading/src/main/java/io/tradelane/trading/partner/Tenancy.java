package io.tradelane.trading.partner;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the current thread works. Every transaction of {@link TenantTransactionManager} tells PostgreSQL, whose
 * row-level security then shows only what that actor may see; a transaction without an actor sees no rows at all.
 *
 * <p>Calls may nest, also inside a running transaction: the inner actor holds until the inner call returns.
 */
public final class Tenancy {
    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Consumer<@Nullable Actor>> SESSION = new ThreadLocal<>();

    private Tenancy() {}

    public enum Scope {
        /** Rows of one organisation. */
        ORGANISATION,
        /** Reads and writes in the rooms partner, exchange and incident, decides what is shown of the catalogue; of trade it sees nothing. */
        OPERATOR,
        /** Reads everything and writes nothing. */
        AUDITOR,
        /** The hub's own process. */
        HUB
    }

    public enum Source {
        PORTAL,
        API,
        EDI,
        BANK,
        HUB
    }

    /**
     * @param organisation the organisation acted for; required in scope ORGANISATION
     * @param user the person, absent for machines
     * @param name for timelines: a person's name, an API client's name, {@code hub}
     * @param as the roles in which a person acts, parted by spaces; absent for machines
     */
    public record Actor(Scope scope, @Nullable UUID organisation, @Nullable UUID user, String name, Source source, @Nullable String as) {

        public Actor {
            if (scope == Scope.ORGANISATION && organisation == null) {
                throw new IllegalArgumentException("an actor of an organisation needs the organisation");
            }
        }

        public Actor(Scope scope, @Nullable UUID organisation, @Nullable UUID user, String name, Source source) {
            this(scope, organisation, user, name, source, null);
        }

        public Actor acting(String roles) {
            return new Actor(scope, organisation, user, name, source, roles);
        }

        /** The same with the hub's eyes: for what somebody may do by a rule that is checked before, not by her rows. */
        public Actor asHub() {
            return new Actor(Scope.HUB, organisation, user, name, source, as);
        }

        public static Actor hub() {
            return new Actor(Scope.HUB, null, null, "hub", Source.HUB);
        }

        /** The hub applying what {@code organisation} sent; the timeline then names that organisation and the source. */
        public static Actor hub(UUID organisation, String name, Source source) {
            return new Actor(Scope.HUB, organisation, null, name, source);
        }

        public static Actor operator(UUID user, String name) {
            return new Actor(Scope.OPERATOR, null, user, name, Source.PORTAL);
        }

        public static Actor auditor(UUID user, String name) {
            return new Actor(Scope.AUDITOR, null, user, name, Source.PORTAL);
        }

        public static Actor person(UUID organisation, UUID user, String name) {
            return new Actor(Scope.ORGANISATION, organisation, user, name, Source.PORTAL);
        }

        public static Actor apiClient(UUID organisation, String name) {
            return new Actor(Scope.ORGANISATION, organisation, null, name, Source.API);
        }
    }

    public static <T extends @Nullable Object> T call(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        enter(actor);
        T result;
        try {
            result = work.get();
        } catch (Throwable failure) {
            restoreAfter(failure, before);
            throw failure;
        }
        enter(before);
        return result;
    }

    public static void run(Actor actor, Runnable work) {
        Tenancy.<@Nullable Object>call(actor, () -> {
            work.run();
            return null;
        });
    }

    /** @throws IllegalStateException outside of {@link #call} and {@link #run} */
    public static Actor current() {
        return find().orElseThrow(() -> new IllegalStateException("no actor: wrap the work in Tenancy.call(actor, …)"));
    }

    public static Optional<Actor> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The running transaction registers how to tell its session of a change of actor; null when it ends. */
    static void session(@Nullable Consumer<@Nullable Actor> session) {
        if (session == null) {
            SESSION.remove();
        } else {
            SESSION.set(session);
        }
    }

    static @Nullable Consumer<@Nullable Actor> session() {
        return SESSION.get();
    }

    private static void enter(@Nullable Actor actor) {
        if (actor == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(actor);
        }
        Consumer<@Nullable Actor> session = SESSION.get();
        if (session != null) {
            session.accept(actor);
        }
    }

    /** A statement that failed leaves the session unusable until rollback, so telling it may fail too: the first failure counts. */
    private static void restoreAfter(Throwable failure, @Nullable Actor before) {
        try {
            enter(before);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
