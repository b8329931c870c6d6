package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines by suppliers: what each asks for each line. Only what is in the currency of the request is compared; what is in another is shown,
 * and marked as not comparable.
 *
 * @param bids one a supplier who has quoted, in the order of the totals
 */
public record Comparison(String currency, List<Bid> bids, List<Row> rows) {

    /**
     * What a supplier's negotiation stands at.
     *
     * @param total of the lines of the request that are offered, at the quantities asked for or the less that is offered
     * @param complete whether every line is offered in full
     * @param comparable whether it is in the currency of the request
     * @param best whether it is complete and costs least of those that are
     * @param leadTimeDays the longest of its lines
     * @param awardable whether it can be awarded as it stands
     */
    public record Bid(
            UUID quote, Company supplier, QuoteView.Version version, Money total, boolean complete, boolean comparable, boolean best,
            @Nullable Integer leadTimeDays, boolean awardable) {}

    /** @param cells one a bid, in their order */
    public record Row(RfqView.Line line, List<Cell> cells) {}

    /**
     * @param offer the tier that counts for the quantity asked for; {@code null}: not offered
     * @param partial the supplier offers less than asked for
     * @param belowMinimum less is asked for than the supplier sells
     * @param best whether no comparable offer is cheaper by the unit
     */
    public record Cell(UUID supplier, QuoteView.@Nullable Line offer, @Nullable Money amount, boolean partial, boolean belowMinimum, boolean best) {}

    public static Comparison of(RfqView rfq) {
        List<QuoteView> open = rfq.quotes();
        List<Bid> bids = new ArrayList<>(open.stream().map(quote -> bid(rfq, quote)).toList());
        Optional<Money> least = bids.stream().filter(bid -> bid.comparable() && bid.complete()).map(Bid::total).min(Comparator.naturalOrder());
        bids.replaceAll(bid -> new Bid(bid.quote, bid.supplier, bid.version, bid.total, bid.complete, bid.comparable,
                bid.comparable && bid.complete && least.isPresent() && bid.total.sameAs(least.get()), bid.leadTimeDays, bid.awardable));
        bids.sort(Comparator.comparing((Bid bid) -> !bid.comparable()).thenComparing(bid -> !bid.complete()).thenComparing(bid -> bid.total().amount()));
        return new Comparison(rfq.currency(), List.copyOf(bids), rfq.lines().stream().map(line -> row(line, bids)).toList());
    }

    private static Bid bid(RfqView rfq, QuoteView quote) {
        QuoteView.Version version = quote.current();
        List<Cell> cells = rfq.lines().stream().map(line -> cell(line, quote.supplier().id(), version)).toList();
        Money total = cells.stream().map(Cell::amount).filter(Objects::nonNull).reduce(Money.zero(version.currency()), Money::plus);
        boolean complete = cells.stream().allMatch(cell -> cell.offer() != null && !cell.partial() && !cell.belowMinimum());
        Integer lead = cells.stream().map(Cell::offer).filter(Objects::nonNull).map(QuoteView.Line::leadTimeDays).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
        boolean awardable = version.state() == QuoteState.ACCEPTED || version.state() == QuoteState.SUBMITTED && version.author() == Side.SUPPLIER;
        return new Bid(quote.id(), quote.supplier(), version, total, complete, version.currency().equals(rfq.currency()), false, lead, awardable);
    }

    private static Row row(RfqView.Line line, List<Bid> bids) {
        List<Cell> cells = bids.stream().map(bid -> cell(line, bid.supplier().id(), bid.version())).toList();
        Optional<BigDecimal> least = Stream.iterate(0, i -> i < bids.size(), i -> i + 1)
                .filter(i -> bids.get(i).comparable())
                .flatMap(i -> perUnit(cells.get(i)).stream())
                .min(Comparator.naturalOrder());
        List<Cell> marked = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean best = bids.get(i).comparable() && least.isPresent() && perUnit(cell).filter(price -> price.compareTo(least.get()) == 0).isPresent();
            marked.add(new Cell(cell.supplier, cell.offer, cell.amount, cell.partial, cell.belowMinimum, best));
        }
        return new Row(line, marked);
    }

    private static Optional<BigDecimal> perUnit(Cell cell) {
        return Optional.ofNullable(cell.offer()).map(QuoteView.Line::price).map(price -> price.perUnit().stripTrailingZeros());
    }

    private static Cell cell(RfqView.Line line, UUID supplier, QuoteView.Version version) {
        Comparator<QuoteView.Line> byMinimum = Comparator.comparing(Comparison::minimum);
        List<QuoteView.Line> tiers = version.lines().stream().filter(offer -> offer.lineNumber().equals(line.lineNumber()) && offer.price() != null).toList();
        QuoteView.Line offer = tiers.stream().filter(tier -> minimum(tier).compareTo(line.quantity()) <= 0).max(byMinimum)
                .or(() -> tiers.stream().min(byMinimum)).orElse(null);
        if (offer == null || offer.price() == null) {
            return new Cell(supplier, null, null, false, false, false);
        }
        BigDecimal quantity = offer.quantity().min(line.quantity());
        return new Cell(supplier, offer, offer.price().of(new Quantity(quantity, line.unit())).rounded(),
                offer.quantity().compareTo(line.quantity()) < 0, minimum(offer).compareTo(line.quantity()) > 0, false);
    }

    private static BigDecimal minimum(QuoteView.Line line) {
        return line.minimumOrder() == null ? BigDecimal.ZERO : line.minimumOrder();
    }
}
