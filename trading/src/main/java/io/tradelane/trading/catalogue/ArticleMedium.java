package io.tradelane.trading.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture or film of an article. @param hash SHA-256 of its bytes, in hexadecimal digits @param width of a picture, in pixels */
public record ArticleMedium(UUID id, String hash, String contentType, String fileName, long size, @Nullable Integer width, @Nullable Integer height) {

    public boolean picture() {
        return width != null;
    }
}
