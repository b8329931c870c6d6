package io.tradelane.trading.sourcing;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SqlValues;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one request with everything that is shown of it to who asks. */
@Repository
class RfqReader {
    private final JdbcClient jdbc;
    private final RfqRepository rfqs;
    private final QuoteReader quotes;
    private final Organisations organisations;
    private final Clock clock;

    RfqReader(JdbcClient jdbc, RfqRepository rfqs, QuoteReader quotes, Organisations organisations, Clock clock) {
        this.jdbc = jdbc;
        this.rfqs = rfqs;
        this.quotes = quotes;
        this.organisations = organisations;
        this.clock = clock;
    }

    Optional<RfqView> find(UUID id) {
        return rfqs.find(id).map(this::view);
    }

    List<RfqView> byNumber(String number) {
        return jdbc.sql("select * from rfq where number = :number order by id desc limit 20")
                .param("number", number)
                .query(RfqRow.class)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    private RfqView view(RfqRow rfq) {
        List<RfqView.Question> questions = questions(rfq.id());
        Set<String> waiting = questions.stream().filter(question -> question.answeredAt() == null && question.lineNumber() != null)
                .map(RfqView.Question::lineNumber).collect(Collectors.toSet());
        OffsetDateTime deadline = rfq.deadline().atZoneSameInstant(ZoneId.of(rfq.deadlineZone())).toOffsetDateTime();
        return new RfqView(rfq.id(), rfq.number(), rfq.title(), company(rfq.buyerOrgId()), rfq.state(), rfq.currency(), deadline, rfq.deadlineZone(),
                rfq.takesQuotes(OffsetDateTime.now(clock)), rfq.sealed(), rfq.secret(), rfq.round(), rfq.roundsMax(), rfq.rfqVersion(),
                rfq.requestedDelivery(), rfq.paymentTerms(), rfq.note(), rfq.reason(), rfq.messageId(), rfq.createdAt().toInstant(),
                instant(rfq.publishedAt()), rfq.version(), rfqs.lines(rfq.id()).stream().map(line -> line(line, rfq.currency(), waiting)).toList(),
                invitees(rfq.id()), questions, addenda(rfq.id()), quotes.ofRfq(rfq.id()), awards(rfq.id()));
    }

    private static RfqView.Line line(RfqLineRow row, String currency, Set<String> waiting) {
        return new RfqView.Line(row.id(), row.position(), row.lineNumber(), row.item(), row.unit(), Figures.quantity(row.quantity()), row.target(currency),
                row.requestedDelivery(), row.note(), waiting.contains(row.lineNumber()));
    }

    private List<RfqView.Invitee> invitees(UUID rfq) {
        return jdbc.sql("select i.*, x.status as transmission from rfq_invitee i left join outbox x on x.id = i.outbox_id where i.rfq_id = :rfq order by i.id")
                .param("rfq", rfq)
                .query((row, n) -> new RfqView.Invitee(row.getObject("id", UUID.class), company(row.getObject("supplier_org_id", UUID.class)),
                        InviteeState.valueOf(row.getString("state")), row.getBoolean("shortlisted"), row.getString("reason"), transmission(row.getString("transmission")),
                        SqlValues.instantOrNull(row, "viewed_at"), SqlValues.instantOrNull(row, "answered_at")))
                .list();
    }

    private List<RfqView.Question> questions(UUID rfq) {
        return jdbc.sql("select * from rfq_question where rfq_id = :rfq order by id")
                .param("rfq", rfq)
                .query((row, n) -> new RfqView.Question(row.getObject("id", UUID.class), company(row.getObject("supplier_org_id", UUID.class)),
                        row.getString("line_number"), row.getString("question"), SqlValues.instant(row, "asked_at"),
                        SqlValues.instantOrNull(row, "answered_at")))
                .list();
    }

    private List<RfqView.Addendum> addenda(UUID rfq) {
        return jdbc.sql("select * from rfq_addendum where rfq_id = :rfq order by id")
                .param("rfq", rfq)
                .query((row, n) -> new RfqView.Addendum(row.getString("line_number"), row.getString("question"), row.getString("answer"),
                        SqlValues.instant(row, "at")))
                .list();
    }

    private List<RfqView.Awarded> awards(UUID rfq) {
        return jdbc.sql("""
                        select a.supplier_org_id, a.quantity, a.order_id, o.number, l.line_number, q.price, q.price_basis, q.price_unit, v.currency
                          from rfq_award a join rfq_line l on l.id = a.rfq_line_id join quote_line q on q.id = a.quote_line_id
                          join quote_version v on v.id = q.version_id join purchase_order o on o.id = a.order_id
                         where a.rfq_id = :rfq order by l.position, a.id
                        """)
                .param("rfq", rfq)
                .query((row, n) -> new RfqView.Awarded(row.getString("line_number"), company(row.getObject("supplier_org_id", UUID.class)),
                        Figures.quantity(row.getBigDecimal("quantity")), requireNonNull(RfqLineRow.price(row.getBigDecimal("price"),
                        row.getBigDecimal("price_basis"), row.getString("price_unit"), row.getString("currency"))),
                        row.getObject("order_id", UUID.class), row.getString("number")))
                .list();
    }

    private Company company(UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        return new Company(id, organisation.name(), organisation.nameLocal(), organisation.gln());
    }

    private static @Nullable OutboxStatus transmission(@Nullable String status) {
        return status == null ? null : OutboxStatus.valueOf(status);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
