package io.tradelane.trading.exchange;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets of organisations as PostgreSQL reads them, for {@code cast(:x as uuid[])}. */
final class Parties {
    private Parties() {}

    static String of(@Nullable UUID... organisations) {
        return literal(Stream.of(organisations));
    }

    static String of(Collection<UUID> organisations) {
        return literal(organisations.stream());
    }

    private static String literal(Stream<? extends @Nullable UUID> organisations) {
        return organisations.filter(Objects::nonNull).distinct().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
