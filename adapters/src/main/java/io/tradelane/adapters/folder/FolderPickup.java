package io.tradelane.adapters.folder;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores one file; what cannot be stored goes to the folder {@code error}, and a person is told. Its transport id is made of name, size, time and hash: a file that is offered again because the process died before
 * moving it is recognised, while the same content dropped again later is a new transmission and judged by what is in it.
 */
@Component
public class FolderPickup {
    static final String DONE = "done";
    static final String ERROR = "error";
    private static final Logger LOG = LoggerFactory.getLogger(FolderPickup.class);

    private final Intake intake;
    private final RunningChannels running;

    FolderPickup(Intake intake, RunningChannels running) {
        this.intake = intake;
        this.running = running;
    }

    /** The step of the route; says in a variable where the file goes then. */
    public void pickUp(File file, Exchange exchange, String channel) throws IOException {
        Channel open = running.find(UUID.fromString(channel)).orElseThrow(() -> new TransientFailure("The channel is closed"));
        exchange.setVariable(FolderRoutes.OUTCOME, store(file.toPath(), open) ? DONE : ERROR);
    }

    private boolean store(Path file, Channel channel) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            refuse(channel, name, "NO_FILE", "only plain files are read; links are not followed");
            return false;
        }
        Settings settings = Settings.of(FolderParameters.DESCRIPTION, channel);
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var reception = new Reception(channel.organisation(), channel.id(), FolderDoor.NAME, transportId(file),
                    settings.text(FolderParameters.MEDIA_TYPE), name, Map.of());
            intake.takeInTurn(new Arrival(reception, channel.name(), settings.number(FolderParameters.MAX_BYTES), bytes),
                    () -> running.find(channel.id()).isPresent());
            CrashPoint.reach("folder.stored");
            return true;
        } catch (PayloadTooLarge tooLarge) {
            refuse(channel, name, "TOO_LARGE", "limit: " + tooLarge.limit() + " bytes");
            return false;
        }
    }

    private void refuse(Channel channel, String name, String reason, String detail) {
        LOG.warn("File {} of {} goes to the folder {}: {}, {}", name, channel.name(), ERROR, reason, detail);
        intake.refused(channel, name, reason, detail);
    }

    private static String transportId(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return file.getFileName() + ":" + Files.size(file) + ":" + Files.getLastModifiedTime(file).toMillis() + ":"
                    + HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
