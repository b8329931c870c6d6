package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings orders in from several threads, by one way or the other. */
final class Round {
    private final Home home;
    private final HubProcess hub;
    private final String key;
    private final Connection superuser;
    private final int threads;

    Round(Home home, HubProcess hub, Connection superuser, int threads) throws Exception {
        this.home = home;
        this.hub = hub;
        this.key = home.apiKey("Brightline Retail GmbH");
        this.superuser = superuser;
        this.threads = threads;
    }

    /** @param rate orders per second @param cost of an order, of the hub and its database */
    record Speed(double rate, Processors cost) {}

    /** Through the door, until the last one's order is committed. */
    Speed door(List<Order> orders) throws Exception {
        List<DoorClient> clients = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            clients.add(new DoorClient(hub.port, key));
        }
        Processors before = Processors.now(hub.handle(), home);
        long start = System.nanoTime();
        share(orders, i -> order -> clients.get(i).post(order.bytes()));
        awaitApplied(orders);
        Speed speed = speed(orders, start, before);
        for (DoorClient client : clients) {
            client.close();
        }
        check(orders);
        return speed;
    }

    /** Straight into the tables. */
    Speed plain(PlainInserts inserts, List<Order> orders, int commits) throws Exception {
        List<PlainInserts.Writer> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            writers.add(inserts.new Writer(home.connect(Home.WORKER)));
        }
        List<PlainInserts.Prepared> prepared = orders.stream().map(inserts::prepare).toList();
        Processors before = Processors.now(hub.handle(), home);
        long start = System.nanoTime();
        share(prepared, i -> order -> writers.get(i).write(order, commits));
        Speed speed = speed(orders, start, before);
        for (PlainInserts.Writer writer : writers) {
            writer.close();
        }
        check(orders);
        return speed;
    }

    private Speed speed(List<Order> orders, long start, Processors before) throws IOException {
        double rate = orders.size() * 1e9 / (System.nanoTime() - start);
        return new Speed(rate, Processors.now(hub.handle(), home).since(before, orders.size()));
    }

    private interface Work<T> {
        void on(T item) throws Exception;
    }

    private interface Worker<T> {
        Work<T> number(int thread);
    }

    private <T> void share(List<T> items, Worker<T> workers) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Work<T> work = workers.number(t);
            calls.add(() -> {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    work.on(items.get(i));
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> each : pool.invokeAll(calls)) {
                each.get();
            }
        }
    }

    private void awaitApplied(List<Order> orders) throws SQLException, InterruptedException {
        while (number("select count(*) from purchase_order where " + among(orders)) < orders.size()) {
            Thread.sleep(20);
        }
    }

    /** Every order once, and its CONTRL queued or further. */
    private void check(List<Order> orders) throws SQLException {
        long applied = number("select count(*) from purchase_order p join outbox o on o.cause_interchange_id = p.interchange_id"
                + " and o.document_type = 'SYNTAX_ACKNOWLEDGEMENT' where p." + among(orders));
        if (applied != orders.size()) {
            throw new IllegalStateException(applied + " orders with a CONTRL, not " + orders.size());
        }
    }

    private static String among(List<Order> orders) {
        return "number between '" + orders.getFirst().number() + "' and '" + orders.getLast().number() + "'";
    }

    private long number(String sql) throws SQLException {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
