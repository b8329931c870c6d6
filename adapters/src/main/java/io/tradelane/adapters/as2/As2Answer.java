package io.tradelane.adapters.as2;

import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import java.nio.charset.StandardCharsets;

/** What the endpoint answers over HTTP. */
record As2Answer(int status, Headers headers, byte[] body) {

    static As2Answer empty(int status) {
        return new As2Answer(status, Headers.of(), new byte[0]);
    }

    static As2Answer problem(int status, String text) {
        return new As2Answer(status, Headers.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    static As2Answer receipt(Entity receipt) {
        return new As2Answer(200, receipt.headers(), receipt.body());
    }
}
