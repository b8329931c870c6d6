package io.tradelane.server.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process off the same home. The operating system drops the lock when the process dies, however it
 * dies, so there is nothing to clean up.
 */
public final class HomeLock implements AutoCloseable {

    /** A channel that nobody knows any more is closed by the garbage collector, and the lock is gone with it. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws HomeInUse when another process holds this home */
    public static HomeLock take(Home home) {
        Path file = home.file("lock");
        try {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new HomeInUse(home);
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            HELD.add(channel);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            HELD.remove(channel);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another process works on this home. */
    public static final class HomeInUse extends StartRefused {
        private static final long serialVersionUID = 1L;

        HomeInUse(Home home) {
            super("another Tradelane process is using " + home.root(), "Stop it, or choose another --home.");
        }
    }
}
