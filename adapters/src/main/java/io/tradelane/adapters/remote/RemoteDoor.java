package io.tradelane.adapters.remote;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/**
 * A partner's file server, whichever way it is reached. A file is written under a temporary name, its size is compared, and only then it
 * gets its own name; a repeat after a lost answer replaces it by the same bytes.
 */
abstract class RemoteDoor implements Door, OutboundDoor, ConnectionTest {
    private final DoorDescription description;
    private final RemoteConnector connector;
    private final RemotePickup pickup;
    private final RunningChannels running;
    private final ServerSightings sightings;

    RemoteDoor(DoorDescription description, RemoteConnector connector, RemotePickup pickup, RunningChannels running, ServerSightings sightings) {
        this.description = description;
        this.connector = connector;
        this.pickup = pickup;
        this.running = running;
        this.sightings = sightings;
    }

    @Override
    public String door() {
        return description.door();
    }

    @Override
    public DoorDescription description() {
        return description;
    }

    @Override
    public RouteBuilder templates() {
        return new RemoteRoutes(this, pickup, running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        return channel.direction() == Direction.OUTBOUND ? Map.of()
                : Map.of("pollMillis", settings(channel).text(RemoteParameters.POLL_MILLIS));
    }

    /** What cannot be understood is said when the channel is opened, not when a document waits. */
    @Override
    public void prepare(Channel channel) {
        Settings settings = settings(channel);
        try {
            connector.check(settings);
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
        if (channel.direction() == Direction.INBOUND) {
            FileSystems.getDefault().getPathMatcher("glob:" + settings.text(RemoteParameters.PATTERN));
            pickup.startAnew(channel.id());
        } else if (!settings.find(RemoteParameters.PERMISSIONS).orElse("600").matches("[0-7]{3,4}")) {
            throw new IllegalArgumentException("The permissions have to be three or four octal digits");
        }
    }

    Settings settings(Channel channel) {
        return Settings.of(description, channel);
    }

    RemoteFiles connect(Channel channel) throws IOException {
        return connector.connect(settings(channel), sightings.of(channel), new ConnectionSteps());
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = settings(channel);
        var place = new RemotePlace(settings.text(RemoteParameters.DIRECTORY));
        String unfinished = place.of("." + transmission.fileName() + ".part");
        try (RemoteFiles files = connect(channel); InputStream bytes = transmission.bytes().open()) {
            var counted = new CountedStream(bytes);
            files.write(unfinished, counted);
            long there = files.find(unfinished).map(RemoteFiles.RemoteFile::size).orElse(-1L);
            if (there != counted.count()) {
                throw new IOException("of " + counted.count() + " bytes " + there + " are there");
            }
            String permissions = settings.find(RemoteParameters.PERMISSIONS).orElse(null);
            if (permissions != null) {
                files.permit(unfinished, Integer.parseInt(permissions, 8));
            }
            files.replace(unfinished, place.of(transmission.fileName()));
            return new DeliveryReceipt.Delivered(DeliveryReceipt.Evidence.of(
                    Map.of(door() + ".file", place.of(transmission.fileName()), door() + ".bytes", Long.toString(there))));
        } catch (IOException failed) {
            throw new TransientFailure("The file " + transmission.fileName() + " cannot be put on " + settings.text(RemoteParameters.HOST) + ": "
                    + failed.getMessage(), failed);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = settings(channel);
        var place = new RemotePlace(settings.text(RemoteParameters.DIRECTORY));
        try (RemoteFiles files = connector.connect(settings, sightings.of(channel), steps)) {
            try {
                steps.reached(Step.DIRECTORY_READABLE, place.directory() + " (" + files.list(place.directory(), 1000).size() + ")");
            } catch (IOException refused) {
                steps.failed(Step.DIRECTORY_READABLE, refused.getMessage());
                return;
            }
            String probe = place.of(".tradelane-test-" + channel.id() + ".part");
            files.write(probe, new ByteArrayInputStream(new byte[0]));
            files.delete(probe);
            steps.reached(Step.DIRECTORY_WRITABLE, place.directory());
        } catch (IOException failed) {
            if (steps.results().stream().allMatch(ConnectionSteps.Result::good)) {
                steps.failed(next(steps), failed.getMessage());
            }
        }
    }

    /** The step that was not reached. */
    private static Step next(ConnectionSteps steps) {
        return steps.results().stream().anyMatch(r -> r.step() == Step.DIRECTORY_READABLE) ? Step.DIRECTORY_WRITABLE
                : steps.results().isEmpty() ? Step.RESOLVED : Step.CONNECTED;
    }
}
