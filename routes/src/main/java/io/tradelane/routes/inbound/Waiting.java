package io.tradelane.routes.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;

/** Announced interchanges that nobody has taken yet, in their order: who takes gets all that have gathered, up to a batch. */
@Component
public class Waiting {
    private static final int BATCH = 50;
    private static final int MOST = 2_000;
    private final LinkedBlockingQueue<UUID> ids = new LinkedBlockingQueue<>(MOST);

    /** Waits while there is no room: the rest stays on the broker. @param announced ids, one a line */
    public void add(String announced) throws InterruptedException {
        for (String id : announced.split("\n")) {
            ids.put(UUID.fromString(id));
        }
    }

    public List<UUID> take() {
        List<UUID> batch = new ArrayList<>();
        ids.drainTo(batch, BATCH);
        return batch;
    }
}
