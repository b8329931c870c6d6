package io.tradelane.adapters.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Files over SFTP (draft-ietf-secsh-filexfer, version 3 and later). */
final class SftpFiles implements RemoteFiles {
    private final ClientSession session;
    private final SftpClient sftp;

    SftpFiles(ClientSession session, SftpClient sftp) {
        this.session = session;
        this.sftp = sftp;
    }

    @Override
    public List<RemoteFile> list(String directory, int limit) throws IOException {
        var files = new ArrayList<RemoteFile>();
        try (SftpClient.CloseableHandle handle = sftp.openDir(directory)) {
            for (List<DirEntry> some = sftp.readDir(handle); some != null && files.size() < limit; some = sftp.readDir(handle)) {
                some.stream().filter(entry -> entry.getAttributes().isRegularFile())
                        .map(entry -> file(entry.getFilename(), entry.getAttributes())).forEach(files::add);
            }
        }
        return files.subList(0, Math.min(limit, files.size()));
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        try {
            Attributes attributes = sftp.lstat(path);
            return attributes.isRegularFile() ? Optional.of(file(path.substring(path.lastIndexOf('/') + 1), attributes)) : Optional.empty();
        } catch (SftpException answer) {
            return Optional.ofNullable(absent(answer));
        }
    }

    @Override
    public void read(String path, Reader reader) throws IOException {
        try (InputStream bytes = sftp.read(path)) {
            reader.read(bytes);
        }
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            bytes.transferTo(out);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        sftp.rename(from, to);
    }

    @Override
    public void replace(String from, String to) throws IOException {
        var posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
        if (posix != null && posix.isSupported()) {
            posix.posixRename(from, to);
            return;
        }
        if (find(to).isPresent()) {
            sftp.remove(to);
        }
        sftp.rename(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        sftp.remove(path);
    }

    @Override
    public void ensureDirectory(String path) throws IOException {
        try {
            sftp.stat(path);
        } catch (SftpException answer) {
            absent(answer);
            sftp.mkdir(path);
        }
    }

    @Override
    public void permit(String path, int mode) throws IOException {
        sftp.setStat(path, new Attributes().perms(mode));
    }

    @Override
    public void close() {
        try {
            sftp.close();
        } catch (IOException gone) {
            // The session below ends in either case.
        }
        session.close(true);
    }

    /** @return null for "no such file" @throws SftpException what else the server said */
    private static <T> T absent(SftpException answer) throws SftpException {
        if (answer.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE && answer.getStatus() != SftpConstants.SSH_FX_NO_SUCH_PATH) {
            throw answer;
        }
        return null;
    }

    private static RemoteFile file(String name, Attributes attributes) {
        return new RemoteFile(name, attributes.getSize(), attributes.getModifyTime() == null ? 0 : attributes.getModifyTime().toMillis());
    }
}
