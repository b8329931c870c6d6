package io.tradelane.adapters.folder;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Writes a file beside its place, flushes it to disk and renames it, so a reader never sees half of it; a repeat replaces it. */
@Component
class FolderDoor implements Door, OutboundDoor {
    static final String NAME = "folder";

    private final FolderRoot root;
    private final FolderPickup pickup;
    private final RunningChannels running;

    FolderDoor(FolderRoot root, FolderPickup pickup, RunningChannels running) {
        this.root = root;
        this.pickup = pickup;
        this.running = running;
    }

    @Override
    public String door() {
        return NAME;
    }

    @Override
    public DoorDescription description() {
        return FolderParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new FolderRoutes(pickup, this, running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        if (channel.direction() == Direction.OUTBOUND) {
            return Map.of();
        }
        Settings settings = Settings.of(FolderParameters.DESCRIPTION, channel);
        return Map.of("directory", directory(channel).toString(), "pollMillis", settings.text(FolderParameters.POLL_MILLIS),
                "stableMillis", settings.text(FolderParameters.STABLE_MILLIS));
    }

    /** Makes the folders; what an earlier process left in progress is offered again, and recognised if it was stored already. */
    @Override
    public void prepare(Channel channel) {
        Path directory = directory(channel);
        if (channel.direction() == Direction.INBOUND) {
            refuseSharing(channel, directory);
        }
        try {
            Files.createDirectories(directory);
            if (channel.direction() == Direction.INBOUND) {
                for (String folder : List.of(FolderRoutes.IN_PROGRESS, FolderPickup.DONE, FolderPickup.ERROR)) {
                    Files.createDirectories(directory.resolve(folder));
                }
                try (var left = Files.list(directory.resolve(FolderRoutes.IN_PROGRESS))) {
                    for (Path file : left.filter(Files::isRegularFile).toList()) {
                        Files.move(file, directory.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder " + directory + " cannot be used", unusable);
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Path target = directory(channel).resolve(transmission.fileName());
        Path unfinished = target.resolveSibling("." + transmission.fileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (InputStream bytes = transmission.bytes().open()) {
                Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new DeliveryReceipt.Delivered(DeliveryReceipt.Evidence.of(Map.of("folder.file", transmission.fileName())));
        } catch (IOException failed) {
            throw new TransientFailure("The file " + transmission.fileName() + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** Two channels on one folder would take each other's files. */
    private void refuseSharing(Channel channel, Path directory) {
        running.of(NAME, Direction.INBOUND).stream()
                .filter(other -> !other.id().equals(channel.id()) && directory(other).equals(directory)).findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("The files of this folder are taken by the channel " + other.name() + " already");
                });
    }

    private Path directory(Channel channel) {
        return root.resolve(Settings.of(FolderParameters.DESCRIPTION, channel).text(FolderParameters.DIRECTORY));
    }
}
