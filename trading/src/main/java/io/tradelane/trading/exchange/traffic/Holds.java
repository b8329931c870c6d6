package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows.Closed;
import io.tradelane.trading.partner.Direction;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holds up sending at the moment. A person's word comes first, then maintenance, then a partner that does not answer. */
@Service
@Transactional(readOnly = true)
public class Holds {
    private final Breakers breakers;
    private final MaintenanceWindows windows;
    private final Clock clock;

    Holds(Breakers breakers, MaintenanceWindows windows, Clock clock) {
        this.breakers = breakers;
        this.windows = windows;
        this.clock = clock;
    }

    public Optional<Hold> of(UUID organisation, UUID channel) {
        return hold(organisation, channel, breakers.find(channel), windows.closed(clock.instant()));
    }

    /** Of one that waits to be sent; empty for any other. */
    public Optional<Hold> of(Interchange interchange) {
        return interchange.direction() == Direction.OUTBOUND && interchange.status() == InterchangeStatus.QUEUED
                && interchange.organisation() != null && interchange.channel() != null
                ? of(interchange.organisation(), interchange.channel()) : Optional.empty();
    }

    /** @param channels organisations by channel @return by channel; those that are not held have none */
    public Map<UUID, Hold> of(Map<UUID, UUID> channels) {
        Map<UUID, Breaker> all = breakers.all();
        List<Closed> closed = windows.closed(clock.instant());
        Map<UUID, Hold> holds = new HashMap<>();
        channels.forEach((channel, organisation) -> hold(organisation, channel, Optional.ofNullable(all.get(channel)), closed)
                .ifPresent(hold -> holds.put(channel, hold)));
        return holds;
    }

    private Optional<Hold> hold(UUID organisation, UUID channel, Optional<Breaker> breaker, List<Closed> closed) {
        Optional<Hold> stopped = breaker.filter(b -> b.state() == Breaker.State.STOPPED)
                .map(b -> new Hold(Hold.Reason.STOPPED, b.since(), null, b.reason()));
        return stopped.or(() -> closed.stream().filter(window -> window.holds(organisation, channel)).max(Comparator.comparing(Closed::until))
                        .map(this::maintenance))
                .or(() -> breaker.filter(b -> b.state() == Breaker.State.OPEN)
                        .map(b -> new Hold(Hold.Reason.UNREACHABLE, b.since(), b.probeAt(), b.reason())));
    }

    private Hold maintenance(Closed closed) {
        Instant since = closed.window().next(clock.instant()).orElse(closed.until());
        return new Hold(Hold.Reason.MAINTENANCE, since, closed.until(), closed.window().reason());
    }
}
