package io.tradelane.adapters.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;

/** Files over FTP. Size and time are asked for by MLST and MLSD (RFC 3659); where a server has neither, by SIZE, MDTM and LIST. */
final class FtpsFiles implements RemoteFiles {
    private final FTPSClient ftp;
    private final boolean listsExactly;

    FtpsFiles(FTPSClient ftp) throws IOException {
        this.ftp = ftp;
        this.listsExactly = ftp.hasFeature("MLST") || ftp.hasFeature("MLSD");
    }

    @Override
    public List<RemoteFile> list(String directory, int limit) throws IOException {
        FTPFile[] listed = listsExactly ? ftp.mlistDir(directory) : ftp.listFiles(directory);
        // Some servers list nothing where there is no directory.
        if (ftp.getReplyCode() >= 400 || listed.length == 0 && listsExactly && ftp.mlistFile(directory) == null) {
            throw refused(directory);
        }
        var files = new ArrayList<RemoteFile>();
        for (FTPFile file : listed) {
            if (file != null && file.isFile() && files.size() < limit) {
                files.add(new RemoteFile(file.getName(), file.getSize(), modified(file.getTimestampInstant())));
            }
        }
        return files;
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (listsExactly) {
            FTPFile file = ftp.mlistFile(path);
            return Optional.ofNullable(file).filter(FTPFile::isFile)
                    .map(f -> new RemoteFile(name, f.getSize(), modified(f.getTimestampInstant())));
        }
        String size = ftp.getSize(path);
        return size == null ? Optional.empty()
                : Optional.of(new RemoteFile(name, Long.parseLong(size.strip()), modified(ftp.mdtmInstant(path))));
    }

    @Override
    public void read(String path, Reader reader) throws IOException {
        InputStream bytes = ftp.retrieveFileStream(path);
        if (bytes == null) {
            throw refused(path);
        }
        boolean complete;
        try {
            reader.read(bytes);
        } finally {
            bytes.close();
            complete = ftp.completePendingCommand();
        }
        if (!complete) {
            throw refused(path);
        }
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        check(ftp.storeFile(path, bytes), path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        check(ftp.rename(from, to), from);
    }

    /** Most servers rename over what is there; for the others it is removed first. */
    @Override
    public void replace(String from, String to) throws IOException {
        if (!ftp.rename(from, to)) {
            ftp.deleteFile(to);
            rename(from, to);
        }
    }

    @Override
    public void delete(String path) throws IOException {
        check(ftp.deleteFile(path), path);
    }

    /** That it is there already is answered like any other refusal; what needs the directory will tell. */
    @Override
    public void ensureDirectory(String path) throws IOException {
        ftp.makeDirectory(path);
    }

    @Override
    public void permit(String path, int mode) throws IOException {
        check(ftp.sendSiteCommand("CHMOD " + Integer.toOctalString(mode) + " " + path), path);
    }

    @Override
    public void close() {
        try {
            ftp.logout();
        } catch (IOException gone) {
            // It is closed below in either case.
        }
        try {
            ftp.disconnect();
        } catch (IOException gone) {
            // Nothing is left to close.
        }
    }

    private void check(boolean done, String path) throws IOException {
        if (!done) {
            throw refused(path);
        }
    }

    private IOException refused(String path) {
        return new IOException(path + ": " + ftp.getReplyString().strip());
    }

    private static long modified(Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }
}
