package io.tradelane.adapters.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A connection to a file server, signed in. Paths are the server's, with {@code /}. Not for several threads. */
interface RemoteFiles extends AutoCloseable {

    /** @param modified milliseconds since 1970 as far as the server tells them, else 0 */
    record RemoteFile(String name, long size, long modified) {}

    /** The plain files of a directory, at most {@code limit}; links and directories are left out. */
    List<RemoteFile> list(String directory, int limit) throws IOException;

    /** Empty when there is no such file. */
    Optional<RemoteFile> find(String path) throws IOException;

    /** Hands the file's bytes to the reader, and returns when the server has said that this was all. */
    void read(String path, Reader reader) throws IOException;

    /** Creates or replaces it. */
    void write(String path, InputStream bytes) throws IOException;

    /** @throws IOException also when the source is not there */
    void rename(String from, String to) throws IOException;

    /** Renames over what may be there. */
    void replace(String from, String to) throws IOException;

    void delete(String path) throws IOException;

    /** Makes it if it is not there; its parent has to be. */
    void ensureDirectory(String path) throws IOException;

    /** @param mode such as 0640 */
    void permit(String path, int mode) throws IOException;

    @Override
    void close();

    @FunctionalInterface
    interface Reader {
        void read(InputStream bytes) throws IOException;
    }
}
