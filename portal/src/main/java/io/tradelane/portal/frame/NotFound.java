package io.tradelane.portal.frame;

import java.util.Optional;

/** What was asked for is not there, or not for the caller's eyes: both are 404, so that nothing is given away. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }

    public static <T> T orElse404(Optional<T> found) {
        return found.orElseThrow(NotFound::new);
    }
}
