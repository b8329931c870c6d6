package io.tradelane.adapters.sftpserver;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What a partner may do in its folder: write and rename in {@code in}, read in both, remove what it put and what it has fetched. No
 * directories, no links, no copies; modes, owners and times are taken note of by doing nothing, since many clients set them after a transfer.
 */
final class JailAccess implements SftpFileSystemAccessor {
    private final SftpServerSettings settings;
    private final Uploads uploads;
    private final Set<Path> beingWritten = ConcurrentHashMap.newKeySet();

    JailAccess(SftpServerSettings settings, Uploads uploads) {
        this.settings = settings;
        this.uploads = uploads;
    }

    private Jail jail(SftpSubsystemProxy sftp) {
        return settings.jail(sftp.getServerSession().getUsername());
    }

    private Path real(SftpSubsystemProxy sftp, String directory, Path shown) throws IOException {
        String name = Jail.nameIn(directory, shown).orElseThrow(() -> new AccessDeniedException(shown.toString()));
        Path real = jail(sftp).home().resolve(directory).resolve(name);
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new AccessDeniedException(shown.toString());
        }
        return real;
    }

    @Override
    public SeekableByteChannel openFile(SftpSubsystemProxy sftp, FileHandle handle, Path file, String id, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        if (!writes(options)) {
            if (Jail.nameIn(Jail.OUT, file).isEmpty()) {
                real(sftp, Jail.IN, file);
            } else {
                real(sftp, Jail.OUT, file);
            }
            return SftpFileSystemAccessor.DEFAULT.openFile(sftp, handle, file, id, options);
        }
        Path real = real(sftp, Jail.IN, file);
        uploads.begin(sftp.getServerSession(), handle);
        if (!beingWritten.add(real)) {
            throw new AccessDeniedException(file.toString(), null, "another connection is writing it");
        }
        try {
            return SftpFileSystemAccessor.DEFAULT.openFile(sftp, handle, file, id, options);
        } catch (IOException | RuntimeException failed) {
            beingWritten.remove(real);
            throw failed;
        }
    }

    @Override
    public void closeFile(SftpSubsystemProxy sftp, FileHandle handle, Path file, String id, Channel channel, Set<? extends OpenOption> options)
            throws IOException {
        try {
            SftpFileSystemAccessor.DEFAULT.closeFile(sftp, handle, file, id, channel, options);
        } finally {
            if (writes(options)) {
                beingWritten.remove(real(sftp, Jail.IN, file));
            }
        }
    }

    private static boolean writes(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)
                || options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW)
                || options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A name that says "unfinished" taken off is how many partners say that a file is complete. */
    @Override
    public void renameFile(SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options) throws IOException {
        Path source = real(sftp, Jail.IN, from);
        Path target = real(sftp, Jail.IN, to);
        if (beingWritten.contains(source)) {
            throw new AccessDeniedException(from.toString(), null, "it is being written");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(source, target);
        if (Jail.unfinished(source.getFileName().toString()) && !Jail.unfinished(target.getFileName().toString())) {
            try {
                uploads.take(sftp.getServerSession(), target);
            } catch (IOException | RuntimeException notStored) {
                Files.move(target, source);
                throw notStored;
            }
        }
    }

    @Override
    public void removeFile(SftpSubsystemProxy sftp, Path path, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw new AccessDeniedException(path.toString());
        }
        boolean out = Jail.nameIn(Jail.OUT, path).isPresent();
        Path real = real(sftp, out ? Jail.OUT : Jail.IN, path);
        if (out && Files.exists(jail(sftp).waiting().resolve(real.getFileName()))) {
            throw new AccessDeniedException(path.toString(), null, "it was not fetched yet");
        }
        if (beingWritten.contains(real)) {
            throw new AccessDeniedException(path.toString(), null, "it is being written");
        }
        Files.delete(real);
    }

    @Override
    public void createDirectory(SftpSubsystemProxy sftp, Path path) throws IOException {
        throw new AccessDeniedException(path.toString());
    }

    @Override
    public void createLink(SftpSubsystemProxy sftp, Path link, Path existing, boolean symbolic) throws IOException {
        throw new AccessDeniedException(link.toString());
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy sftp, Path link) throws IOException {
        throw new AccessDeniedException(link.toString());
    }

    @Override
    public void copyFile(SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options) throws IOException {
        throw new AccessDeniedException(to.toString());
    }

    @Override
    public void setFileAttribute(SftpSubsystemProxy sftp, Path file, String view, String attribute, Object value, LinkOption... options) {}

    @Override
    public void setFileOwner(SftpSubsystemProxy sftp, Path file, Principal owner, LinkOption... options) {}

    @Override
    public void setGroupOwner(SftpSubsystemProxy sftp, Path file, Principal group, LinkOption... options) {}

    @Override
    public void setFilePermissions(SftpSubsystemProxy sftp, Path file, Set<PosixFilePermission> permissions, LinkOption... options) {}

    @Override
    public void setFileAccessControl(SftpSubsystemProxy sftp, Path file, List<AclEntry> entries, LinkOption... options) {}
}
