package io.tradelane.trading.requirement;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.sourcing.RfqState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A requirement with all that is known of it.
 *
 * @param reason why it was rejected or cancelled
 * @param author who began it; {@code authorId} is absent for a machine
 * @param budget of all lines that say one; null: none does
 */
public record RequirementView(
        UUID id,
        String number,
        @Nullable String title,
        RequirementState state,
        String currency,
        @Nullable LocalDate needBy,
        @Nullable String shipTo,
        @Nullable String note,
        @Nullable String reason,
        @Nullable UUID authorId,
        String author,
        @Nullable Money budget,
        Instant createdAt,
        Instant updatedAt,
        int version,
        List<Line> lines) {

    /**
     * @param chosen the article of the catalogue that is meant
     * @param needBy its own, else the requirement's; {@code shipTo} likewise
     * @param ordered how much of it is ordered, in its unit
     * @param percent of the quantity, 100 at most
     * @param open whether it can go into a request or a cart: it is in none, and not all of it is ordered
     * @param carts in which it waits to be ordered
     */
    public record Line(
            UUID id,
            String lineNumber,
            @Nullable String article,
            @Nullable Chosen chosen,
            @Nullable String description,
            Quantity quantity,
            @Nullable LocalDate needBy,
            @Nullable String shipTo,
            @Nullable Money budget,
            BigDecimal ordered,
            int percent,
            boolean open,
            List<Request> requests,
            List<InCart> carts,
            List<Order> orders) {

        /** What of it is not ordered. */
        public Quantity rest() {
            return new Quantity(quantity.value().subtract(ordered).max(BigDecimal.ZERO), quantity.unit());
        }

        /** What it is searched by. */
        public String text() {
            return Stream.of(article, description).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }
    }

    /** @param unit in which it is sold */
    public record Chosen(UUID id, UUID supplier, String number, @Nullable String gtin, @Nullable String nameZh, @Nullable String nameEn, String unit) {
        public String name(boolean chinese) {
            String first = chinese ? nameZh : nameEn;
            String other = chinese ? nameEn : nameZh;
            return first != null ? first : other != null ? other : number;
        }
    }

    public record Request(UUID id, String number, RfqState state) {}

    /** @param supplier with whom */
    public record InCart(UUID id, CartState state, Company supplier) {}

    public record Order(UUID id, String number) {}

    /** Lines that can go into a request. */
    public List<Line> openLines() {
        return lines.stream().filter(Line::open).toList();
    }

    /** Of all its lines, how much is ordered. */
    public int percent() {
        return lines.isEmpty() ? 0 : lines.stream().mapToInt(Line::percent).sum() / lines.size();
    }

    public List<Request> requests() {
        return lines.stream().flatMap(line -> line.requests().stream()).distinct().toList();
    }

    public List<InCart> carts() {
        return lines.stream().flatMap(line -> line.carts().stream()).distinct().toList();
    }

    public List<Order> orders() {
        return lines.stream().flatMap(line -> line.orders().stream()).distinct().toList();
    }
}
