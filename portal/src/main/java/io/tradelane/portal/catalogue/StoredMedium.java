package io.tradelane.portal.catalogue;

import io.tradelane.trading.catalogue.MediaStore;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** The bytes of a picture or film, read piece by piece as they are asked for; what is skipped is not read. */
public final class StoredMedium extends AbstractResource {
    private final MediaStore.Stored stored;
    private final MediaStore media;

    public StoredMedium(MediaStore.Stored stored, MediaStore media) {
        this.stored = stored;
        this.media = media;
    }

    @Override
    public String getDescription() {
        return "medium " + stored.id();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return stored.size();
    }

    @Override
    public InputStream getInputStream() {
        return new Pieces();
    }

    private final class Pieces extends InputStream {
        private long position;
        private int loaded = -1;
        private byte[] piece = new byte[0];

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position >= stored.size()) {
                return -1;
            }
            int number = (int) (position / MediaStore.CHUNK);
            if (number != loaded) {
                piece = media.chunk(stored.id(), number);
                loaded = number;
            }
            int from = (int) (position % MediaStore.CHUNK);
            int read = Math.min(length, piece.length - from);
            System.arraycopy(piece, from, target, offset, read);
            position += read;
            return read;
        }

        @Override
        public long skip(long bytes) {
            long skipped = Math.max(0, Math.min(bytes, stored.size() - position));
            position += skipped;
            return skipped;
        }
    }
}
