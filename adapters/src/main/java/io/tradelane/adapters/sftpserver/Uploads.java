package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Transmitter;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file becomes an interchange when the partner closes it under its own name, or renames it to that, and the answer to the partner waits
 * until it is stored. A connection that ends without closing leaves a part of a file, which the partner may go on with. What was taken stays
 * until the connection ends, because clients look whether all of it arrived.
 */
final class Uploads implements SftpEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final AttributeKey<Long> LIMIT = new AttributeKey<>();
    private static final AttributeKey<Boolean> SPOILT = new AttributeKey<>();
    private static final AttributeKey<Set<Path>> TAKEN = new AttributeKey<>();

    private final SftpServerSettings server;
    private final Accounts accounts;
    private final Intake intake;
    private final Transmitter transmitter;

    Uploads(SftpServerSettings server, Accounts accounts, Intake intake, Transmitter transmitter) {
        this.intake = intake;
        this.server = server;
        this.accounts = accounts;
        this.transmitter = transmitter;
    }

    /** @throws IOException when the partner has no open channel to send through */
    void begin(ServerSession session, FileHandle handle) throws IOException {
        Channel channel = inbound(session);
        try {
            intake.check(channel);
        } catch (Busy busy) {
            throw new AccessDeniedException(Jail.IN, null, busy.getMessage());
        }
        handle.setAttribute(LIMIT, Accounts.settings(channel).number(SftpServerParameters.MAX_BYTES));
    }

    private Channel inbound(ServerSession session) throws IOException {
        return accounts.find(session.getUsername(), Direction.INBOUND)
                .orElseThrow(() -> new AccessDeniedException(Jail.IN, null, "there is no open channel to send through"));
    }

    @Override
    public void writing(ServerSession session, String id, FileHandle handle, long offset, byte[] data, int dataOffset, int length) throws IOException {
        Long limit = handle.getAttribute(LIMIT);
        // A handle for appending writes behind what is there, whatever the client says.
        long start = handle.isOpenAppend() ? Files.size(handle.getFile()) : offset;
        if (limit == null || start < 0 || start > limit - length) {
            handle.setAttribute(SPOILT, true);
            throw new AccessDeniedException(handle.getFile().toString(), null, "it is larger than " + limit + " bytes");
        }
    }

    @Override
    public void written(ServerSession session, String id, FileHandle handle, long offset, byte[] data, int dataOffset, int length,
            @Nullable Throwable failure) {
        if (failure != null) {
            handle.setAttribute(SPOILT, true);
        }
    }

    /** A file of which a part was refused is removed: what is left is not what the partner sent. */
    @Override
    public void closed(ServerSession session, String id, Handle handle, @Nullable Throwable failure) throws IOException {
        if (failure == null && handle instanceof FileHandle file && file.getAttribute(LIMIT) != null) {
            String name = Jail.nameIn(Jail.IN, file.getFile()).orElseThrow();
            Path real = server.jail(session.getUsername()).in().resolve(name);
            if (file.getAttribute(SPOILT) != null) {
                Files.deleteIfExists(real);
                throw new AccessDeniedException(name, null, "a part of it was refused");
            }
            if (!Jail.unfinished(name)) {
                take(session, real);
            }
        }
    }

    /** Stores a complete file. @throws IOException for the partner, nothing being stored */
    void take(ServerSession session, Path file) throws IOException {
        Channel channel = inbound(session);
        Settings settings = Accounts.settings(channel);
        String name = file.getFileName().toString();
        var reception = new Reception(channel.organisation(), channel.id(), SftpServerParameters.NAME, null,
                settings.text(SftpServerParameters.MEDIA_TYPE), name, Map.of("sftp.user", session.getUsername()));
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            transmitter.receive(channel, new Arrival(reception, channel.name(), settings.number(SftpServerParameters.MAX_BYTES), bytes));
        } catch (PayloadTooLarge tooLarge) {
            throw new AccessDeniedException(name, null, "it is larger than " + tooLarge.limit() + " bytes");
        } catch (Busy busy) {
            throw new AccessDeniedException(name, null, busy.getMessage());
        } catch (RuntimeException notStored) {
            LOG.error("The file {} of {} could not be stored", name, channel.name(), notStored);
            throw new IOException("The file could not be stored, please repeat it later", notStored);
        }
        CrashPoint.reach("sftp-server.stored");
        if (session.isOpen()) {
            session.computeAttributeIfAbsent(TAKEN, key -> ConcurrentHashMap.newKeySet()).add(file);
        } else {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void destroying(ServerSession session) throws IOException {
        Set<Path> taken = session.getAttribute(TAKEN);
        if (taken != null) {
            for (Path file : taken) {
                Files.deleteIfExists(file);
            }
        }
    }
}
