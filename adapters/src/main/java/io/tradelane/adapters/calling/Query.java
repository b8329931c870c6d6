package io.tradelane.adapters.calling;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address that is being given its query. */
public final class Query {
    private final StringBuilder text;
    private boolean begun;

    public Query(String address) {
        this.text = new StringBuilder(address);
        this.begun = address.indexOf('?') >= 0;
    }

    /** Encoded already. */
    public Query raw(String pairs) {
        text.append(begun ? '&' : '?').append(pairs);
        begun = true;
        return this;
    }

    public Query add(String name, String value) {
        return raw(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** @throws IllegalArgumentException when the address is none */
    public URI uri() {
        return URI.create(text.toString());
    }
}
