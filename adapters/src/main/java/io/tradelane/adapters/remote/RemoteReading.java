package io.tradelane.adapters.remote;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Sha256;
import io.tradelane.adapters.remote.RemoteFiles.RemoteFile;
import io.tradelane.adapters.remote.RemoteParameters.Afterwards;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;

/** Takes in one file after the other: holds it, fetches it whole, stores it, and only then moves it out of the way. */
final class RemoteReading {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final String ERROR = "error";

    private final String door;
    private final Channel channel;
    private final Settings settings;
    private final RemotePlace place;
    private final RemoteFiles files;
    private final Intake intake;
    private final Clock clock;

    RemoteReading(String door, Channel channel, Settings settings, RemotePlace place, RemoteFiles files, Intake intake, Clock clock) {
        this.door = door;
        this.channel = channel;
        this.settings = settings;
        this.place = place;
        this.files = files;
        this.intake = intake;
        this.clock = clock;
    }

    /** @throws IOException with the file left where it is, or held, to be tried again */
    void take(RemoteFile listed) throws IOException {
        String name = RemotePickup.original(listed.name());
        String held = place.of(name + RemotePickup.IN_PROGRESS);
        if (!listed.name().endsWith(RemotePickup.IN_PROGRESS)) {
            if (files.find(held).isPresent() || !hold(place.of(name), held)) {
                return;
            }
        }
        RemoteFile file = files.find(held).orElse(null);
        if (file == null) {
            return;
        }
        long limit = settings.number(RemoteParameters.MAX_BYTES);
        if (file.size() > limit) {
            refuse(name, held, limit);
            return;
        }
        Path fetched = Files.createTempFile("tradelane-", ".fetched");
        try {
            store(name, file, fetched, fetch(held, file, fetched, limit));
        } catch (PayloadTooLarge tooLarge) {
            refuse(name, held, tooLarge.limit());
            return;
        } finally {
            Files.deleteIfExists(fetched);
        }
        CrashPoint.reach(door + ".stored");
        putAway(name, held);
    }

    /** @return false when another hub, or the partner, was faster */
    private boolean hold(String from, String held) throws IOException {
        try {
            files.rename(from, held);
            return true;
        } catch (IOException refused) {
            if (files.find(from).isPresent()) {
                throw refused;
            }
            return false;
        }
    }

    /** @return SHA-256 of what came, in hexadecimal digits */
    private String fetch(String held, RemoteFile file, Path into, long limit) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(into), sha256)) {
            files.read(held, bytes -> new LimitedStream(bytes, limit).transferTo(out));
        }
        long came = Files.size(into);
        if (came != file.size()) {
            throw new IOException("Of " + file.size() + " bytes of " + file.name() + " " + came + " came");
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void store(String name, RemoteFile file, Path fetched, String sha256) throws IOException {
        var reception = new Reception(channel.organisation(), channel.id(), door,
                name + ":" + file.size() + ":" + file.modified() + ":" + sha256,
                settings.text(RemoteParameters.MEDIA_TYPE), name, Map.of());
        try (InputStream bytes = Files.newInputStream(fetched)) {
            intake.take(new Arrival(reception, channel.name(), settings.number(RemoteParameters.MAX_BYTES), bytes));
        }
    }

    private void putAway(String name, String held) throws IOException {
        switch (Afterwards.valueOf(settings.text(RemoteParameters.AFTERWARDS))) {
            case DELETE -> unlessGone(held, () -> files.delete(held));
            case RENAME -> unlessGone(held, () -> files.rename(held, place.of(name + "." + STAMP.format(clock.instant()) + ".done")));
            case ARCHIVE -> move(held, place.below(settings.text(RemoteParameters.ARCHIVE)), name);
        }
    }

    private void refuse(String name, String held, long limit) throws IOException {
        intake.refused(channel, name, "TOO_LARGE", "limit: " + limit + " bytes");
        move(held, place.below(ERROR), name);
    }

    private void move(String held, RemotePlace directory, String name) throws IOException {
        files.ensureDirectory(directory.directory());
        unlessGone(held, () -> files.rename(held, directory.of(STAMP.format(clock.instant()) + "-" + name)));
    }

    private interface Step {
        void go() throws IOException;
    }

    /** Another hub that found the same file after a crash may have put it away. */
    private void unlessGone(String held, Step step) throws IOException {
        try {
            step.go();
        } catch (IOException refused) {
            if (files.find(held).isPresent()) {
                throw refused;
            }
        }
    }
}
