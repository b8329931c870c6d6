package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.exchange.Tracker.Filters;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrackerTest extends TestDatabase {
    @Autowired Tracker tracker;
    @Autowired Inbox inbox;
    private final String name = unique("Zhejiang Fasteners ");
    private final String prefix = unique("PO-");
    private final String reference = unique("CR");
    private UUID buyer;
    private UUID supplier;
    private UUID interchange;

    @BeforeEach
    void fiveOrders() {
        buyer = organisation(name, Kind.BUYER);
        supplier = organisation("Tracked supplier", Kind.SUPPLIER);
        interchange = hub(() -> Documents.receive(inbox, Documents.reception(buyer, null), reference)).interchange();
        List<MessageRow> rows = IntStream.range(0, 5).mapToObj(i -> Documents.row(i, prefix + "/" + i, supplier)).toList();
        hub(() -> inbox.split(interchange, Documents.facts(gln(buyer), "HUB", reference), rows));
    }

    @Test
    void anyNumberFindsTheDocument() {
        assertThat(find(prefix + "/3")).singleElement().satisfies(hit -> {
            assertThat(hit.documentNumber()).isEqualTo(prefix + "/3");
            assertThat(hit.organisationName()).isEqualTo(name);
            assertThat(hit.counterpartyName()).isEqualTo("Tracked supplier");
            assertThat(hit.controlReference()).isEqualTo(reference);
            assertThat(hit.keys()).contains(prefix + "/3", "ART-" + prefix + "/3");
        });
        assertThat(find("ART-" + prefix + "/2")).singleElement().extracting(DocumentHit::documentNumber).isEqualTo(prefix + "/2");
        assertThat(find(reference)).hasSize(5);
    }

    @Test
    void aPartOfANumberOrOfAPartnersNameFindsItToo() {
        assertThat(find(prefix.substring(3).toLowerCase())).hasSize(5);
        assertThat(find(name.substring(9).toUpperCase())).hasSize(5);
        assertThat(find("100%_none")).isEmpty();
        assertThat(find("' or 1=1 --")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<DocumentHit> page = hub(() -> tracker.search(prefix.substring(0, prefix.length() - 1), Filters.none(), from, 2));
            page.items().stream().filter(hit -> hit.interchange().equals(interchange)).map(DocumentHit::documentNumber).forEach(numbers::add);
            cursor = page.next();
        } while (cursor != null);
        assertThat(numbers).containsExactlyInAnyOrder(prefix + "/4", prefix + "/3", prefix + "/2", prefix + "/1", prefix + "/0");
    }

    @Test
    void nobodyFindsWhatIsNotHis() {
        UUID stranger = organisation("Curious", Kind.BUYER);
        assertThat(in(person(stranger), () -> tracker.search(prefix + "/3", Filters.none(), null, 10)).items()).isEmpty();
        assertThat(in(person(stranger), () -> tracker.search("", Filters.none(), null, 10)).items()).isEmpty();
        assertThat(in(person(stranger), () -> tracker.search(name, Filters.none(), null, 10)).items()).isEmpty();
        assertThat(in(person(supplier), () -> tracker.search(prefix + "/3", Filters.none(), null, 10)).items()).hasSize(1);
        assertThat(in(person(supplier), () -> tracker.search("", Filters.none(), null, 10)).items()).hasSize(5);
    }

    @Test
    void whatTravelledIsFoundByItsMessageIdAndByItsFile() {
        String id = unique("sent-by-");
        UUID carrier = hub(() -> Documents.receive(inbox, new Reception(buyer, null, "as2", "<" + id + "@example.com>", "application/EDIFACT",
                id + "_ORDERS.edi", Map.of()), id)).interchange();
        hub(() -> inbox.split(carrier, Documents.facts(gln(buyer), "HUB", unique("CR")), List.of(Documents.row(0, unique("PO-"), supplier))));
        for (String asked : List.of("<" + id + "@example.com>", id + "@example.com", id.toUpperCase() + "_orders.edi", id)) {
            assertThat(find(asked)).as(asked).singleElement().satisfies(hit -> assertThat(hit.interchange()).isEqualTo(carrier));
        }
    }

    @Test
    void whatIsOldIsFoundBehindAllThatIsNew() {
        String old = unique("OLD-");
        UUID message = UUID.fromString("01700000-0000-7000-8000-" + old.substring(old.length() - 12).replaceAll("\\D", "0"));
        superuser().sql("""
                        insert into message (id, interchange_id, direction, organisation_id, counterparty_id, index, siblings, reference, type, version,
                          business_keys, search_text, search_parts, status, byte_start, byte_end, created_at)
                        select cast(:id as uuid), interchange_id, direction, organisation_id, counterparty_id, 99, 6, 'R', type, version, array[:key],
                               lower(:key), array_to_tsvector(:parts), 'APPLIED', 0, 1, '2020-02-01 09:00Z' from message where interchange_id = :interchange and index = 0
                        """)
                .param("id", message).param("key", old).param("parts", SearchParts.of(List.of(old))).param("interchange", interchange).update();
        assertThat(find(old)).singleElement().extracting(DocumentHit::message).isEqualTo(message);
        for (String part : List.of(old.substring(2, old.length() - 1), old.substring(old.length() - 3), old.substring(1, 6), old.substring(2, 6).toLowerCase(Locale.ROOT))) {
            assertThat(find(part)).as(part).extracting(DocumentHit::message).contains(message);
        }
        Filters then = new Filters(null, null, null, supplier, Instant.parse("2020-01-31T00:00:00Z"), Instant.parse("2020-02-02T00:00:00Z"));
        assertThat(hub(() -> tracker.search("", then, null, 10)).items()).extracting(DocumentHit::message).containsExactly(message);
        superuser().sql("delete from message where id = :id").param("id", message).update();
    }

    @Test
    void filtersNarrow() {
        Filters outbound = new Filters(Direction.OUTBOUND, null, null, null, null, null);
        assertThat(hub(() -> tracker.search(reference, outbound, null, 10)).items()).isEmpty();
        Filters waiting = new Filters(Direction.INBOUND, "ORDERS", "RECEIVED", supplier, null, null);
        assertThat(hub(() -> tracker.search(reference, waiting, null, 10)).items()).hasSize(5);
        assertThat(hub(() -> tracker.search("", waiting, null, 10)).items()).hasSize(5);
    }

    @Test
    void whatNeverCameToMessagesIsFoundByItsReference() {
        UUID again = hub(() -> Documents.receive(inbox, Documents.reception(buyer, null), reference)).interchange();
        hub(() -> inbox.split(again, Documents.facts(gln(buyer), "HUB", reference), List.of(Documents.row(0, "x", null))));
        assertThat(find(reference)).hasSize(6).first().satisfies(hit -> {
            assertThat(hit.interchange()).isEqualTo(again);
            assertThat(hit.status()).isEqualTo("DUPLICATE");
        });
    }

    @Test
    void theIndexAnswersBehindTheWall() {
        for (String part : List.of("false", "true")) {
            List<String> plan = in(Actor.hub(), () -> {
                jdbc.sql("set local enable_seqscan = off").update();
                return jdbc.sql("explain select * from message where reference = 'x'").query(String.class).list();
            });
            assertThat(String.join("\n", plan)).contains("message_reference");
            assertThat(in(person(supplier), () -> jdbc.sql("select count(*) from find_messages(:term, " + part + ", null, 100, null, null, null, null, null, null)")
                    .param("term", prefix + "/3")
                    .query(Integer.class)
                    .single())).isEqualTo(1);
        }
    }

    private List<DocumentHit> find(String query) {
        return hub(() -> tracker.search(query, Filters.none(), null, 100)).items();
    }
}
