package io.tradelane.portal.frame;

import io.tradelane.portal.access.Caller;
import io.tradelane.trading.partner.Tenancy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what changed. One thread reads the journal once a second, while anybody listens, and sends each
 * listener the kinds of things that changed for her organisation: {@code event: changed}, {@code data: PURCHASE_ORDER INVOICE}.
 * The page then asks for itself again, so nothing that matters travels here.
 */
@Controller
class LiveUpdates implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final int HEARTBEAT_EVERY = 20;
    private final RecentChanges changes;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    LiveUpdates(RecentChanges changes) {
        this.changes = changes;
    }

    private record Listener(SseEmitter emitter, @Nullable UUID organisation) {}

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen() throws IOException {
        Caller caller = Caller.current();
        SseEmitter emitter = new SseEmitter(0L);
        Listener listener = new Listener(emitter, caller.isOperator() ? null : caller.organisation());
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> listeners.remove(listener));
        emitter.send(SseEmitter.event().comment("listening"));
        listeners.add(listener);
        return emitter;
    }

    private void run() {
        int beat = 0;
        while (thread != null) {
            try {
                Thread.sleep(EVERY_MILLIS);
                if (!listeners.isEmpty()) {
                    List<RecentChanges.Change> news = Tenancy.call(Tenancy.Actor.hub(), changes::since);
                    beat = (beat + 1) % HEARTBEAT_EVERY;
                    boolean heartbeat = beat == 0;
                    listeners.forEach(listener -> tell(listener, news, heartbeat));
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("live updates pause: {}", failure.toString());
            }
        }
    }

    private void tell(Listener listener, List<RecentChanges.Change> news, boolean heartbeat) {
        String kinds = news.stream()
                .filter(change -> listener.organisation == null || change.visibleTo().contains(listener.organisation))
                .map(RecentChanges.Change::kind)
                .distinct()
                .collect(Collectors.joining(" "));
        try {
            if (!kinds.isEmpty()) {
                listener.emitter.send(SseEmitter.event().name("changed").data(kinds));
            } else if (heartbeat) {
                listener.emitter.send(SseEmitter.event().comment("beat"));
            }
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "live-updates");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        listeners.forEach(listener -> listener.emitter.complete());
        listeners.clear();
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
