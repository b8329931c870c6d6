package io.tradelane.adapters.calling;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/** Links that a partner's answer names: followed on the partner's own server only, since the call shows our credentials there. */
public final class SameOrigin {

    private SameOrigin() {}

    /** @throws IOException when the link is none, or leads to another server */
    public static URI resolve(URI from, String link) throws IOException {
        try {
            URI to = from.resolve(link);
            if (Objects.equals(to.getScheme(), from.getScheme()) && Objects.equals(to.getHost(), from.getHost()) && to.getPort() == from.getPort()
                    && to.getUserInfo() == null) {
                return to;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IOException("This is no link: " + link, malformed);
        }
        throw new IOException("A link leads to another server: " + link);
    }
}
