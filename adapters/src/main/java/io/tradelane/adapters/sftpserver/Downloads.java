package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReports;
import io.tradelane.adapters.RunningChannels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * A file is delivered when the partner has read every byte of it, also in several connections, and has closed it. It then stays until the
 * connection ends, the next one begins or the partner removes it.
 */
final class Downloads implements SftpEventListener {
    private static final AttributeKey<Set<Path>> FETCHED = new AttributeKey<>();

    private final SftpServerSettings server;
    private final RunningChannels running;
    private final DeliveryReports reports;
    private final Map<Path, Coverage> read = new ConcurrentHashMap<>();

    Downloads(SftpServerSettings server, RunningChannels running, DeliveryReports reports) {
        this.server = server;
        this.running = running;
        this.reports = reports;
    }

    /** What was read of an earlier file of this name does not count for a new one. */
    void forget(Path file) {
        read.remove(file);
    }

    @Override
    public void initialized(ServerSession session, int version) throws IOException {
        server.jail(session.getUsername()).sweep();
    }

    @Override
    public void read(ServerSession session, String id, FileHandle handle, long offset, byte[] data, int dataOffset, int length, int came,
            @Nullable Throwable failure) {
        if (failure == null && came > 0) {
            Jail.nameIn(Jail.OUT, handle.getFile()).ifPresent(name -> read
                    .computeIfAbsent(server.jail(session.getUsername()).out().resolve(name), file -> new Coverage()).add(offset, came));
        }
    }

    @Override
    public void closed(ServerSession session, String id, Handle handle, @Nullable Throwable failure) throws IOException {
        if (failure != null || !(handle instanceof FileHandle file)) {
            return;
        }
        String name = Jail.nameIn(Jail.OUT, file.getFile()).orElse(null);
        if (name == null) {
            return;
        }
        Jail jail = server.jail(session.getUsername());
        Path fetched = jail.out().resolve(name);
        if (Files.exists(jail.waiting().resolve(name)) && read.getOrDefault(fetched, new Coverage()).whole(Files.size(fetched))) {
            delivered(session, jail, fetched);
        }
    }

    private void delivered(ServerSession session, Jail jail, Path file) throws IOException {
        Path waiting = jail.waiting().resolve(file.getFileName());
        List<String> lines = Files.readAllLines(waiting);
        var channel = running.find(UUID.fromString(lines.get(0))).orElse(null);
        if (channel == null) {
            return;
        }
        reports.report(channel, lines.get(1), new DeliveryReceipt.Delivered(DeliveryReceipt.Evidence.of(Map.of(
                "sftp.file", file.getFileName().toString(), "sftp.bytes", Long.toString(Files.size(file)),
                "sftp.user", session.getUsername(), "sftp.from", String.valueOf(session.getClientAddress())))));
        Files.delete(waiting);
        read.remove(file);
        session.computeAttributeIfAbsent(FETCHED, key -> ConcurrentHashMap.newKeySet()).add(file);
    }

    @Override
    public void destroying(ServerSession session) throws IOException {
        Set<Path> fetched = session.getAttribute(FETCHED);
        if (fetched != null) {
            Path waiting = server.jail(session.getUsername()).waiting();
            for (Path file : fetched) {
                if (!Files.exists(waiting.resolve(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
