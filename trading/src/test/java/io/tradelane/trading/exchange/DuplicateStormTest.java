package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DuplicateStormTest extends TestDatabase {
    private static final int THREADS = 8;
    @Autowired Inbox inbox;

    @Test
    void eightThreadsSendTenInterchangesAHundredTimesAndTenTakeEffect() throws Exception {
        UUID buyer = organisation("Storm buyer", Kind.BUYER);
        String gln = gln(buyer);
        List<String> references = IntStream.range(0, 10).mapToObj(i -> unique("S")).toList();
        Set<UUID> split = ConcurrentHashMap.newKeySet();
        List<Callable<SplitResult>> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String reference = references.get(i % 10);
            work.add(() -> hub(() -> {
                UUID interchange = receive(inbox, reception(buyer, null), "BYTES " + reference).interchange();
                return inbox.split(interchange, facts(gln, "HUB", reference), List.of(row(0, "PO" + reference, null)));
            }));
        }
        for (SplitResult result : run(work)) {
            if (result instanceof SplitResult.Split(UUID interchange, UUID sender, int open)) {
                split.add(interchange);
            } else {
                assertThat(result).isInstanceOf(SplitResult.Duplicate.class);
            }
        }
        assertThat(split).hasSize(10);
        assertThat(superuser().sql("select count(*) from message where organisation_id = :buyer").param("buyer", buyer).query(Integer.class).single())
                .isEqualTo(10);
    }

    @Test
    void eightThreadsSplitOneInterchangeAndOneDoesIt() throws Exception {
        UUID buyer = organisation("Split buyer", Kind.BUYER);
        String gln = gln(buyer);
        String reference = unique("S");
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "BYTES")).interchange();
        List<Callable<SplitResult>> work = new ArrayList<>();
        for (int i = 0; i < THREADS * 4; i++) {
            work.add(() -> hub(() -> inbox.split(interchange, facts(gln, "HUB", reference), List.of(row(0, reference, null)))));
        }
        assertThat(run(work)).filteredOn(SplitResult.Split.class::isInstance).hasSize(1);
    }

    @Test
    void eightThreadsRepeatOneTransportMessageAndGetTheSameReceipt() throws Exception {
        UUID buyer = organisation("Transport buyer", Kind.BUYER);
        String id = unique("<m");
        List<Callable<Receipt>> work = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            work.add(() -> hub(() -> receive(inbox, reception(buyer, id), "BYTES")));
        }
        List<Receipt> receipts = run(work);
        assertThat(receipts).extracting(Receipt::interchange).containsOnly(receipts.getFirst().interchange());
        assertThat(receipts).filteredOn(receipt -> !receipt.duplicateTransport()).hasSize(1);
        assertThat(superuser().sql("select count(*) from payload where organisation_id = :buyer").param("buyer", buyer).query(Integer.class).single())
                .isEqualTo(1);
    }

    private static <T> List<T> run(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
