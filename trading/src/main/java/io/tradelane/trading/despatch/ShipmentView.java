package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.order.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goods on their way from a supplier to a buyer, package by package.
 *
 * @param state how much of it the buyer has received
 * @param transport how far the goods have come, by what carriers report
 * @param events what carriers reported, as it happened
 */
public record ShipmentView(
        UUID id,
        String number,
        Company buyer,
        Company supplier,
        List<OrderLink> orders,
        State state,
        Transport transport,
        @Nullable Instant despatchedAt,
        @Nullable LocalDate estimatedArrival,
        @Nullable String carrier,
        @Nullable String carrierReference,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Instant createdAt,
        int version,
        List<TransportEvent> events,
        List<Package> packages) {

    /** The proof of delivery: when, where and into whose hands; {@code null} before. */
    public @Nullable TransportEvent delivery() {
        return events.stream().filter(event -> event.status() == TransportStatusDocument.Status.DELIVERED).reduce((one, later) -> later).orElse(null);
    }

    public enum State {
        DESPATCHED,
        PART_RECEIVED,
        RECEIVED
    }

    public enum Issue {
        /** More than is open on the order line. */
        OVER_SHIPPED,
        SSCC_CHECK_DIGIT,
        /** On no line of the order. */
        UNKNOWN_LINE,
        UNIT_DIFFERS
    }

    public record OrderLink(UUID id, String number) {}

    /** @param parent the pallet that it stands on */
    public record Package(UUID id, int position, @Nullable String sscc, @Nullable String packageType,
            List<Issue> issues, List<Line> lines, @Nullable UUID parent) {}

    /** What stands on a pallet. */
    public List<Package> on(Package pallet) {
        return packages.stream().filter(one -> pallet.id().equals(one.parent())).toList();
    }

    /** Each pallet followed by what stands on it, then what stands on none. */
    public List<Package> arranged() {
        return packages.stream().filter(one -> one.parent() == null).sorted(Comparator.comparing((Package one) -> on(one).isEmpty()).thenComparing(Package::position))
                .flatMap(one -> Stream.concat(Stream.of(one), on(one).stream())).toList();
    }

    /** @param received what was counted as good from this package line so far @param serials GS1 application identifier 21 */
    public record Line(
            UUID id,
            @Nullable UUID orderLineId,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            @Nullable String gtin,
            @Nullable String supplierArticle,
            @Nullable String buyerArticle,
            @Nullable String description,
            BigDecimal shipped,
            BigDecimal received,
            BigDecimal damaged,
            String unit,
            @Nullable String batch,
            @Nullable LocalDate bestBefore,
            List<Issue> issues,
            List<String> serials) {}
}
