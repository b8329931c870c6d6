package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
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
import java.time.Clock;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Puts a file where the partner fetches it; it is delivered when the partner has ({@link Downloads}). */
@Component
class SftpServerDoor implements Door, OutboundDoor {
    private final SftpServerSettings server;
    private final Accounts accounts;
    private final Downloads downloads;
    private final Intake intake;
    private final RunningChannels running;
    private final Clock clock;

    SftpServerDoor(SftpServerSettings server, Accounts accounts, Downloads downloads, Intake intake, RunningChannels running,
            Clock clock) {
        this.server = server;
        this.accounts = accounts;
        this.downloads = downloads;
        this.intake = intake;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String door() {
        return SftpServerParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return SftpServerParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(SftpServerParameters.NAME, intake, this, running);
    }

    /** Makes the partner's folder, and removes what is left of earlier connections. */
    @Override
    public void prepare(Channel channel) {
        if (server.port() == 0) {
            throw new IllegalArgumentException("The SFTP server is switched off: tradelane.doors.sftp-server.port is 0");
        }
        accounts.check(channel);
        Jail jail = server.jail(Accounts.user(channel));
        try {
            jail.make();
            if (channel.direction() == Direction.OUTBOUND) {
                jail.sweep();
            } else {
                jail.forgetParts(clock.instant());
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder " + jail.home() + " cannot be used", unusable);
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Jail jail = server.jail(Accounts.user(channel));
        String name = transmission.fileName();
        Path waiting = jail.waiting().resolve(name);
        List<String> lines = List.of(channel.id().toString(), transmission.messageId());
        try {
            jail.make();
            if (Files.exists(waiting) && !Files.readAllLines(waiting).equals(lines)) {
                throw new TransientFailure("Another file of the name " + name + " waits to be fetched");
            }
            Path unfinished = jail.waiting().resolve("." + name + ".part");
            try (InputStream bytes = transmission.bytes().open()) {
                Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.write(waiting, lines);
            downloads.forget(jail.out().resolve(name));
            Files.move(unfinished, jail.out().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new DeliveryReceipt.AwaitingReceipt(transmission.messageId());
        } catch (IOException failed) {
            throw new TransientFailure("The file " + name + " cannot be put out: " + failed.getMessage(), failed);
        }
    }
}
