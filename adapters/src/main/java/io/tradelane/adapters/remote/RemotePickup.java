package io.tradelane.adapters.remote;

import io.tradelane.adapters.ChannelStanding;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.Pauses;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.remote.RemoteFiles.RemoteFile;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Looks into a directory and takes in what is complete. A file is first renamed to {@code <name>.in-progress}, which only one hub of
 * several succeeds in, and which keeps a later file of the same name apart; after a crash it is read again under that name, and recognised
 * by name, size, time and content if it was stored already.
 */
@Component
public class RemotePickup {
    static final String IN_PROGRESS = ".in-progress";
    private static final int FILES_A_LOOK = 10_000;
    private static final int FILES_A_POLL = 100;
    private static final int FAILURES_A_POLL = 3;
    /** What a sender, or this door, is not done with. */
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".done");

    private final Intake intake;
    private final RunningChannels running;
    private final ChannelStanding standing;
    private final Clock clock;
    private final Pauses pauses = new Pauses();
    private final Map<UUID, Sightings> sightings = new ConcurrentHashMap<>();

    RemotePickup(Intake intake, RunningChannels running, ChannelStanding standing, Clock clock) {
        this.intake = intake;
        this.running = running;
        this.standing = standing;
        this.clock = clock;
    }

    void startAnew(UUID channel) {
        sightings.remove(channel);
        pauses.succeeded(channel);
    }

    /** Once around: what fails is shown on the board and tried again, later and later. */
    void poll(RemoteDoor door, Channel channel) {
        if (pauses.pausing(channel.id())) {
            return;
        }
        Sightings seen = sightings.computeIfAbsent(channel.id(), id -> new Sightings());
        try (RemoteFiles files = door.connect(channel)) {
            takeAll(door, channel, files, seen);
            pauses.succeeded(channel.id());
            standing.working(channel);
        } catch (IOException | RuntimeException failed) {
            seen.failed();
            pauses.failed(channel.id());
            standing.failing(channel, String.valueOf(failed.getMessage()));
        }
    }

    /** A file that cannot be read does not keep the others back; the last such failure is thrown at the end. */
    private void takeAll(RemoteDoor door, Channel channel, RemoteFiles files, Sightings seen) throws IOException {
        Settings settings = door.settings(channel);
        var place = new RemotePlace(settings.text(RemoteParameters.DIRECTORY));
        PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + settings.text(RemoteParameters.PATTERN));
        List<RemoteFile> listed = files.list(place.directory(), FILES_A_LOOK).stream().filter(file -> wanted(file.name(), pattern)).toList();
        var one = new RemoteReading(door.door(), channel, settings, place, files, intake, clock);
        IOException failure = null;
        int failures = 0;
        for (RemoteFile file : seen.ready(listed, settings.number(RemoteParameters.STABLE_MILLIS)).stream().limit(FILES_A_POLL).toList()) {
            if (running.find(channel.id()).filter(channel::equals).isEmpty()) {
                return;
            }
            try {
                intake.check(channel);
                one.take(file);
            } catch (Busy waits) {
                break;
            } catch (IOException failed) {
                failure = failed;
                if (++failures == FAILURES_A_POLL) {
                    break;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean wanted(String name, PathMatcher pattern) {
        String original = original(name);
        return !name.startsWith(".") && name.matches("[^/\\\\\\p{Cntrl}]{1,200}") && UNFINISHED.stream().noneMatch(original::endsWith)
                && pattern.matches(Path.of(original));
    }

    static String original(String name) {
        return name.endsWith(IN_PROGRESS) ? name.substring(0, name.length() - IN_PROGRESS.length()) : name;
    }
}
