package io.tradelane.trading.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company as a page shows it. */
public record Company(UUID id, String name, @Nullable String nameLocal, @Nullable String gln) {}
