package io.tradelane.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** {@code ETag} and {@code If-Match} (RFC 9110): {@code "7"} is the seventh version. */
public final class Versions {

    private Versions() {}

    public static <T> ResponseEntity<T> tagged(int version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    /** @throws Problem 428 without the header, 400 for anything but one strong tag */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "Send If-Match with the ETag you read.");
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"\\d{1,9}\"")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "if-match-malformed", "If-Match has to be the ETag you read, for example \"3\".");
        }
        return Integer.parseInt(tag.substring(1, tag.length() - 1));
    }
}
