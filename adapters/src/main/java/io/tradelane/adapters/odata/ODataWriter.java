package io.tradelane.adapters.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallAnswer;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.adapters.calling.Json;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Creates an entity by POST, or changes one by PATCH with the ETag that it has now. A gateway that guards against forged requests is asked
 * for its token first, which is good with the cookies that came along. {@code Repeatability-Request-ID} carries the message id.
 */
@Component
class ODataWriter {
    private static final int MAX_ANSWER = 256 * 1024;
    private static final String CSRF = "X-CSRF-Token";

    private final Calls calls;

    ODataWriter(Calls calls) {
        this.calls = calls;
    }

    DeliveryReceipt write(Channel channel, Settings settings, OutboundTransmission transmission) {
        JsonNode entity;
        try {
            JsonNode document = Json.read(transmission.bytes().all());
            entity = JsonMapping.apply(settings, document).orElse(document);
        } catch (IOException unmapped) {
            return new DeliveryReceipt.Refused(String.valueOf(unmapped.getMessage()), null);
        }
        try {
            boolean create = settings.text(ODataParameters.OPERATION).equals("CREATE");
            URI set = ODataSource.root(settings).resolve(settings.text(ODataParameters.ENTITY_SET));
            URI target = create ? set : URI.create(set + key(entity.at(settings.text(ODataParameters.ENTITY))));
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json", "Accept", "application/json",
                    "Repeatability-Request-ID", transmission.messageId()));
            if (!create) {
                headers.put("If-Match", etag(channel, settings, target));
            }
            CallAnswer answer = send(channel, settings, new Call(create ? "POST" : "PATCH", target, headers, Json.write(entity), MAX_ANSWER));
            if (answer.status() == 412) {
                throw new TransientFailure("The entity has just been changed by somebody else");
            }
            return answer.receipt(details(answer));
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from the service: " + noAnswer, noAnswer);
        }
    }

    /** With a token if the service asks for one; it may have run out meanwhile, so once more with a new one. */
    private CallAnswer send(Channel channel, Settings settings, Call call) throws IOException {
        if (!settings.flag(ODataParameters.CSRF)) {
            return calls.send(channel, settings, call);
        }
        CallAnswer answer = calls.send(channel, settings, guarded(channel, settings, call));
        boolean again = answer.status() == 403 && answer.header(CSRF).filter("Required"::equalsIgnoreCase).isPresent();
        return again ? calls.send(channel, settings, guarded(channel, settings, call)) : answer;
    }

    private Call guarded(Channel channel, Settings settings, Call call) throws IOException {
        CallAnswer given = calls.send(channel, settings, Call.get(ODataSource.root(settings), Map.of(CSRF, "Fetch", "Accept", "application/json"), 16L * 1024 * 1024));
        if (!given.good() && given.header(CSRF).isEmpty()) {
            throw new IOException("no CSRF token: HTTP " + given.status());
        }
        Map<String, String> headers = new HashMap<>(call.headers());
        given.header(CSRF).ifPresent(token -> headers.put(CSRF, token));
        String cookies = given.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        return new Call(call.method(), call.target(), headers, call.body(), call.maxBytes());
    }

    /** Of an entity that has none, any will do. */
    private String etag(Channel channel, Settings settings, URI entity) throws IOException {
        CallAnswer now = calls.send(channel, settings, Call.get(entity, Map.of("Accept", "application/json"), MAX_ANSWER));
        if (now.mayPass()) {
            throw new IOException("HTTP " + now.status());
        }
        return now.header("ETag").orElse("*");
    }

    private static String key(JsonNode key) {
        String text = key.isNumber() ? key.asText() : "'" + key.asText("").replace("'", "''") + "'";
        return "(" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20") + ")";
    }

    private static Map<String, String> details(CallAnswer answer) {
        Map<String, String> details = new HashMap<>();
        answer.header("Location").or(() -> answer.header("OData-EntityId")).ifPresent(location -> details.put("odata.entity", location));
        answer.header("ETag").ifPresent(etag -> details.put("odata.etag", etag));
        String error = answer.good() ? "" : ODataError.of(answer.body());
        if (!error.isEmpty()) {
            details.put("odata.error", error.strip());
        }
        return details;
    }
}
