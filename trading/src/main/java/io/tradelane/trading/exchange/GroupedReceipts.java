package io.tradelane.trading.exchange;

import io.tradelane.trading.shared.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * One thread that stores what the doors bring. What came while it stored the last is stored next, all of it in one transaction; who
 * comes alone waits for nobody. Each caller has its answer after the commit, and a reception that cannot be stored harms no other.
 */
final class GroupedReceipts implements AutoCloseable {
    private static final int MOST = 64;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Function<List<Came>, List<Receipt>> store;
    private final Thread writer = Thread.ofPlatform().name("receipts").daemon().unstarted(this::write);
    private volatile boolean closed;

    /** @param store stores all or throws; may be called again for each of those of which it could not store all */
    GroupedReceipts(Function<List<Came>, List<Receipt>> store) {
        this.store = store;
        writer.start();
    }

    private record Waiting(Came came, CompletableFuture<Receipt> receipt) {}

    /** @return when it is stored; throws as the store does */
    Receipt store(Came came) {
        Waiting mine = new Waiting(came, new CompletableFuture<>());
        waiting.add(mine);
        if (closed) {
            cancelRest();
        }
        try {
            return mine.receipt().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** How many nobody stores yet. */
    int waiting() {
        return waiting.size();
    }

    private void write() {
        while (!closed) {
            try {
                List<Waiting> group = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(group, MOST - 1);
                write(group);
            } catch (InterruptedException closing) {
                break;
            }
        }
        cancelRest();
    }

    private void write(List<Waiting> group) {
        try {
            List<Receipt> receipts = store.apply(group.stream().map(Waiting::came).toList());
            for (int i = 0; i < receipts.size(); i++) {
                group.get(i).receipt().complete(receipts.get(i));
            }
        } catch (Throwable failure) {
            if (group.size() == 1) {
                group.getFirst().receipt().completeExceptionally(failure);
            } else {
                group.forEach(one -> write(List.of(one)));
            }
        }
    }

    private void cancelRest() {
        for (Waiting rest = waiting.poll(); rest != null; rest = waiting.poll()) {
            rest.receipt().completeExceptionally(new TransientFailure("the hub is going down"));
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
    }
}
