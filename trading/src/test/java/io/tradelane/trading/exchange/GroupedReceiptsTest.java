package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GroupedReceiptsTest {
    private final List<Integer> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore storing = new Semaphore(0);

    @Test
    void whatComesWhileTheLastIsStoredIsStoredTogether() throws Exception {
        try (GroupedReceipts receipts = new GroupedReceipts(this::store); ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Receipt> first = doors.submit(() -> receipts.store(came("first")));
            begun.await();
            List<Future<Receipt>> others = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Came came = came("other");
                others.add(doors.submit(() -> receipts.store(came)));
            }
            Awaitility.await().until(() -> receipts.waiting() == 5);
            storing.release(2);
            assertThat(first.get().duplicateTransport()).isFalse();
            for (Future<Receipt> other : others) {
                assertThat(other.get().duplicateTransport()).isFalse();
            }
        }
        assertThat(groups).containsExactly(1, 5);
    }

    @Test
    void oneThatCannotBeStoredHarmsNoOther() throws Exception {
        try (GroupedReceipts receipts = new GroupedReceipts(this::store); ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor()) {
            doors.submit(() -> receipts.store(came("first")));
            begun.await();
            Future<Receipt> bad = doors.submit(() -> receipts.store(came("bad")));
            Future<Receipt> good = doors.submit(() -> receipts.store(came("good")));
            Awaitility.await().until(() -> receipts.waiting() == 2);
            storing.release(4);
            assertThat(good.get().duplicateTransport()).isFalse();
            assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).cause().isInstanceOf(IllegalStateException.class).hasMessage("bad");
        }
    }

    private List<Receipt> store(List<Came> group) {
        groups.add(group.size());
        begun.countDown();
        storing.acquireUninterruptibly();
        if (group.stream().anyMatch(came -> came.reception().door().equals("bad"))) {
            throw new IllegalStateException("bad");
        }
        return group.stream().map(came -> new Receipt(came.id(), false)).toList();
    }

    private static Came came(String door) throws IOException {
        Spool spool = Spool.of(new ByteArrayInputStream(new byte[] {1}), 10);
        Reception reception = new Reception(null, null, door, null, "text/plain", null, Map.of());
        return Tenancy.call(Actor.hub(), () -> Came.now(reception, spool, null, Instant.now()));
    }
}
