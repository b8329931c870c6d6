package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders at a fixed rate, of each partner in turn, whatever the hub makes of them: a late answer delays no later order. */
final class Load {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private final HubProcess hub;
    private final Receivers receivers;
    private final String run;
    private final AtomicInteger made;
    private final Map<Integer, List<DoorClient>> clients = new ConcurrentHashMap<>();

    Load(HubProcess hub, Receivers receivers, String run, AtomicInteger made) {
        this.hub = hub;
        this.receivers = receivers;
        this.run = run;
        this.made = made;
    }

    /**
     * Milliseconds from when an order was due to be sent: to the door's answer, and to the CONTRL at the partner.
     *
     * @param statuses how often the door answered what
     */
    record Result(double[] door, double[] through, Map<Integer, Integer> statuses) {
        static double percentile(double[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
        }
    }

    /** @param answers whether to wait for the partners' CONTRL */
    Result run(List<ManyPartners.One> partners, double perSecond, int seconds, boolean answers) throws InterruptedException {
        int orders = (int) (perSecond * seconds);
        double[] door = new double[orders];
        Map<String, Long> due = new ConcurrentHashMap<>();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < orders; i++) {
                long when = start + (long) (i * 1e9 / perSecond);
                TimeUnit.NANOSECONDS.sleep(when - System.nanoTime());
                int index = i;
                ManyPartners.One partner = partners.get(i % partners.size());
                threads.execute(() -> {
                    Order order = Order.of(partner.gln(), run, made.getAndIncrement(), 3);
                    due.put(order.reference(), when);
                    int status = post(partner, order);
                    door[index] = (System.nanoTime() - when) / 1e6;
                    statuses.merge(status, 1, Integer::sum);
                });
            }
        }
        Arrays.sort(door);
        return new Result(door, answers ? through(due) : new double[0], new HashMap<>(statuses));
    }

    private double[] through(Map<String, Long> due) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!receivers.answered.keySet().containsAll(due.keySet()) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double[] millis = due.entrySet().stream()
                .mapToDouble(one -> (receivers.answered.getOrDefault(one.getKey(), System.nanoTime()) - one.getValue()) / 1e6).sorted().toArray();
        receivers.answered.keySet().removeAll(due.keySet());
        return millis;
    }

    /** @return status; 0: no answer */
    private int post(ManyPartners.One partner, Order order) {
        List<DoorClient> idle = clients.computeIfAbsent(partner.number(), number -> new ArrayList<>());
        DoorClient used;
        synchronized (idle) {
            used = idle.isEmpty() ? null : idle.removeLast();
        }
        try {
            return used == null ? post(new DoorClient(hub.port, partner.key()), idle, order) : post(used, idle, order);
        } catch (IOException noAnswer) {
            return used == null ? 0 : postAnew(partner, idle, order);
        }
    }

    /** The hub closes what was idle for a while. */
    private int postAnew(ManyPartners.One partner, List<DoorClient> idle, Order order) {
        try {
            return post(new DoorClient(hub.port, partner.key()), idle, order);
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    private static int post(DoorClient client, List<DoorClient> idle, Order order) throws IOException {
        int status = client.send(order.bytes());
        synchronized (idle) {
            idle.add(client);
        }
        return status;
    }
}
