package io.tradelane.adapters.calling;

import io.tradelane.adapters.ChannelStanding;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.Pauses;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Sha256;
import io.tradelane.adapters.calling.ChangeSource.Changed;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelPositions;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a partner what changed, and takes each record in as a document of its own. The position is written behind the page it follows, so
 * that a crash reads a page twice and not never; a record that was stored with this content is recognised.
 */
@Component
public class ChangePickup {
    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int MOST_PAGES = 1000;

    private final Intake intake;
    private final RunningChannels running;
    private final ChannelStanding standing;
    private final ChannelPositions positions;
    private final Pauses pauses = new Pauses();
    private final UUID holder = UUID.randomUUID();
    /** What the last round took in: a mark that is not passed names its last records again, which need not go to the store for that. */
    private final Map<UUID, Set<String>> lately = new ConcurrentHashMap<>();

    ChangePickup(Intake intake, RunningChannels running, ChannelStanding standing, ChannelPositions positions) {
        this.intake = intake;
        this.running = running;
        this.standing = standing;
        this.positions = positions;
    }

    public void startAnew(Channel channel) {
        pauses.succeeded(channel.id());
        lately.remove(channel.id());
    }

    /** Once around: what fails is shown on the board and tried again, later and later. @param source from a position; null: the beginning */
    public void poll(Channel channel, Settings settings, Function<@Nullable String, ChangeSource> source) {
        if (pauses.pausing(channel.id())) {
            return;
        }
        try {
            Optional<ChannelPositions.Held> held = Tenancy.call(Actor.hub(), () -> positions.hold(channel, holder, HELD));
            if (held.isEmpty()) {
                return;
            }
            try {
                takeAll(channel, settings, source.apply(held.get().position()));
            } catch (ChangeSource.StalePosition stale) {
                Tenancy.run(Actor.hub(), () -> positions.keep(channel, null));
                throw stale;
            } finally {
                Tenancy.run(Actor.hub(), () -> positions.release(channel, holder));
            }
            pauses.succeeded(channel.id());
            standing.working(channel);
        } catch (IOException | RuntimeException failed) {
            pauses.failed(channel.id());
            standing.failing(channel, failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
        }
    }

    private void takeAll(Channel channel, Settings settings, ChangeSource source) throws IOException {
        Set<String> before = lately.getOrDefault(channel.id(), Set.of());
        Set<String> taken = new HashSet<>();
        for (int pages = 1; running.find(channel.id()).filter(channel::equals).isPresent(); pages++) {
            ChangeSource.Page page = source.next();
            for (Changed changed : page.records()) {
                take(channel, settings, changed, before, taken);
            }
            if (page.position() != null) {
                Tenancy.run(Actor.hub(), () -> positions.keep(channel, page.position()));
            }
            if (page.last()) {
                lately.put(channel.id(), taken);
                return;
            }
            if (pages == MOST_PAGES) {
                throw new IOException("There are more than " + MOST_PAGES + " pages");
            }
        }
    }

    private void take(Channel channel, Settings settings, Changed changed, Set<String> before, Set<String> taken) throws IOException {
        byte[] bytes = Json.write(changed.record());
        MessageDigest digest = Sha256.digest();
        digest.update((channel.id() + "\n" + changed.id() + "\n").getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of().formatHex(digest.digest(bytes));
        taken.add(id);
        if (before.contains(id)) {
            return;
        }
        var reception = new Reception(channel.organisation(), channel.id(), channel.door(), id,
                "application/json", changed.id().replaceAll("[^A-Za-z0-9._-]", "_") + ".json", Map.of("record", changed.id()));
        intake.takeInTurn(MappedArrival.of(reception, settings, channel.name(), settings.number(PagedParameters.MAX_BYTES), bytes),
                () -> running.find(channel.id()).filter(channel::equals).isPresent());
    }
}
