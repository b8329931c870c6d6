package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads quotations with everything that is shown of them. */
@Repository
class QuoteReader {
    private static final String SELECT = "select o.*, r.number as rfq_number, r.rfq_version" + Companies.COLUMNS + """
            , (select a.order_id from rfq_award a join quote_line l on l.id = a.quote_line_id join quote_version v on v.id = l.version_id
                where v.quote_id = o.id order by a.at limit 1) as awarded
            from quote o left join rfq r on r.id = o.rfq_id
            """ + Companies.JOIN;
    private final JdbcClient jdbc;
    private final QuoteRepository quotes;

    QuoteReader(JdbcClient jdbc, QuoteRepository quotes) {
        this.jdbc = jdbc;
        this.quotes = quotes;
    }

    Optional<QuoteView> find(UUID id) {
        return read("where o.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<QuoteView> ofRfq(UUID rfq) {
        return read("where o.rfq_id = :id order by o.id", Map.of("id", rfq));
    }

    /** Offers nobody asked for, newest first. */
    List<QuoteView> unsolicited() {
        return read("where o.rfq_id is null order by o.id desc limit 100", Map.of());
    }

    List<QuoteView> byNumber(String number) {
        return read("where o.number = :number or exists (select from quote_version v where v.quote_id = o.id and v.number = :number) order by o.id desc limit 20",
                Map.of("number", number));
    }

    private record Head(QuoteView view, @Nullable Integer rfqVersion) {}

    private List<QuoteView> read(String where, Map<String, ?> parameters) {
        List<Head> heads = jdbc.sql(SELECT + where).params(parameters).query((row, n) -> new Head(new QuoteView(
                row.getObject("id", UUID.class), row.getObject("rfq_id", UUID.class), row.getString("rfq_number"), row.getString("number"),
                Companies.buyer(row), Companies.supplier(row), QuoteState.valueOf(row.getString("state")), row.getInt("version"), List.of(),
                row.getObject("awarded", UUID.class)), row.getObject("rfq_version", Integer.class))).list();
        Map<UUID, List<QuoteVersionRow>> versions = quotes.versions(heads.stream().map(head -> head.view().id()).toList()).stream()
                .collect(Collectors.groupingBy(QuoteVersionRow::quoteId));
        Map<UUID, List<QuoteLineRow>> lines = quotes.lines(versions.values().stream().flatMap(List::stream).map(QuoteVersionRow::id).toList());
        return heads.stream().filter(head -> versions.containsKey(head.view().id())).map(head -> {
            QuoteView view = head.view();
            return new QuoteView(view.id(), view.rfq(), view.rfqNumber(), view.number(), view.buyer(), view.supplier(), view.state(), view.version(),
                    versions.get(view.id()).stream().map(version -> version(version, lines.getOrDefault(version.id(), List.of()), head.rfqVersion())).toList(),
                    view.order());
        }).toList();
    }

    private static QuoteView.Version version(QuoteVersionRow row, List<QuoteLineRow> lines, @Nullable Integer rfqVersion) {
        boolean outdated = rfqVersion != null && row.rfqVersion() != null && row.rfqVersion() < rfqVersion;
        Money stated = row.statedTotal() == null ? null : Figures.money(row.statedTotal(), row.currency());
        return new QuoteView.Version(row.id(), row.n(), row.number(), row.author(), row.answers(), outdated, row.round(), row.state(), row.currency(),
                row.validTo(), Figures.money(row.total(), row.currency()), stated, row.paymentTerms(), row.note(), row.reason(), row.source(), row.messageId(),
                row.submittedAt().toInstant(), lines.stream().map(line -> line(line, row.currency())).toList());
    }

    private static QuoteView.Line line(QuoteLineRow row, String currency) {
        var price = row.price(currency);
        return new QuoteView.Line(row.lineNumber(), row.item(), row.unit(), Figures.quantity(row.quantity()), price,
                price == null ? null : price.of(new Quantity(row.quantity(), row.unit())).rounded(),
                row.minimumOrder() == null ? null : Figures.quantity(row.minimumOrder()), row.leadTimeDays(), row.promisedDelivery(), row.note());
    }
}
