package io.tradelane.trading.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a company keeps goods.
 *
 * @param code the company's own, unique for it
 * @param gln GS1 Global Location Number, by which messages name the place
 * @param main where goods come and go of which nobody says where; a company that keeps stock has exactly one
 * @param closedAt since when nothing is kept there; {@code null}: open
 */
public record Warehouse(
        UUID id, UUID organisation, String code, @Nullable String name, @Nullable String gln, boolean main, @Nullable Instant closedAt, int version) {

    public String title() {
        return name == null ? code : code + " · " + name;
    }
}
