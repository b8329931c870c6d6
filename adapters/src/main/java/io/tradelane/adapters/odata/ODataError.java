package io.tradelane.adapters.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.calling.Json;
import java.io.IOException;

/** What a service says of an error: {@code error.code} and {@code error.message}, in OData 2.0 {@code error.message.value}. */
final class ODataError {
    private static final int LONGEST = 300;

    private ODataError() {}

    /** With a blank in front; empty where it says nothing. */
    static String of(byte[] body) {
        try {
            JsonNode error = Json.read(body).path("error");
            String message = error.path("message").path("value").asText(error.path("message").asText(""));
            String text = (" " + error.path("code").asText("") + " " + message).stripTrailing();
            return text.substring(0, Math.min(LONGEST, text.length()));
        } catch (IOException none) {
            return "";
        }
    }
}
