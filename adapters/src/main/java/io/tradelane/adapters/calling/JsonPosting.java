package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a JSON document to a REST service, in the shape that a channel declares. */
public final class JsonPosting {
    private static final String METHOD = "method";
    private static final String CONTENT_TYPE = "contentType";
    private static final String RESULT_PATH = "resultPath";
    private static final Pattern PLACE = Pattern.compile("\\{(/[^{}]*)}");
    private static final int MAX_ANSWER = 256 * 1024;

    private JsonPosting() {}

    /** What goes out: its body, and for its path also what was sent to the mapping. */
    private record Prepared(JsonNode document, byte[] body) {}

    /** @param usual what a kind of service usually has, by name of the parameter */
    public static List<Parameter> parameters(Map<String, String> usual) {
        return CallParameters.all(CallParameters.Auth.NONE, List.of(
                PagedParameters.url(),
                Parameter.text(PagedParameters.PATH, new Text("路径", "Path"), new Text("可含 {/指针}，取自我方单据，例如 /orders/{/document/number}",
                        "May hold {/pointer} into our document, for example /orders/{/document/number}")),
                Parameter.choice(METHOD, "POST", List.of("POST", "PUT", "PATCH"), new Text("方法", "Method"), new Text("HTTP 方法", "Of HTTP")),
                Parameter.text(CONTENT_TYPE, new Text("媒体类型", "Media type"), new Text("请求内容的类型", "Of the request")).orElse("application/json"),
                JsonMapping.outbound(),
                Parameter.text(RESULT_PATH, new Text("结果标识所在处", "Where the result's id is"),
                        new Text("答复中的 JSON 指针，显示在投递记录中", "JSON pointer into the answer; shown in the delivery log")).orElse("/id")))
                .stream().map(p -> Optional.ofNullable(usual.get(p.name())).map(p::orElse).orElse(p)).toList();
    }

    public static void check(Settings settings) {
        CallParameters.check(settings);
        JsonMapping.check(settings);
    }

    /** Sends once. {@code Idempotency-Key} carries the message id, so that the partner can tell a repeat. @throws TransientFailure when another try may succeed */
    public static DeliveryReceipt send(Calls calls, Channel channel, Settings settings, OutboundTransmission transmission) {
        Prepared prepared;
        try {
            prepared = prepare(settings, transmission.bytes().all());
        } catch (IOException unmapped) {
            return new DeliveryReceipt.Refused(String.valueOf(unmapped.getMessage()), null);
        }
        URI target = address(settings, prepared.document);
        try {
            CallAnswer answer = calls.send(channel, settings, new Call(settings.text(METHOD), target, Map.of("Content-Type", settings.text(CONTENT_TYPE),
                    "Accept", "application/json", "Idempotency-Key", '"' + transmission.messageId() + '"'), prepared.body, MAX_ANSWER));
            return answer.receipt(details(settings, answer));
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + target.getHost() + ": " + noAnswer, noAnswer);
        }
    }

    private static Prepared prepare(Settings settings, byte[] bytes) throws IOException {
        JsonNode document = Json.read(bytes);
        return new Prepared(document, JsonMapping.apply(settings, document).map(Json::write).orElse(bytes));
    }

    /** Where to, without a document to ask: as far as the first place. */
    public static URI address(Settings settings) {
        String path = settings.find(PagedParameters.PATH).orElse("");
        int place = path.indexOf('{');
        return URI.create(settings.text(PagedParameters.URL).replaceAll("/+$", "") + (place < 0 ? path : path.substring(0, place)));
    }

    private static URI address(Settings settings, JsonNode document) {
        JsonNode one = document.isArray() && document.size() == 1 ? document.get(0) : document;
        Matcher places = PLACE.matcher(settings.find(PagedParameters.PATH).orElse(""));
        String path = places.replaceAll(place -> Matcher.quoteReplacement(
                URLEncoder.encode(one.at(place.group(1)).asText(""), StandardCharsets.UTF_8).replace("+", "%20")));
        return URI.create(settings.text(PagedParameters.URL).replaceAll("/+$", "") + path);
    }

    private static Map<String, String> details(Settings settings, CallAnswer answer) {
        var details = new HashMap<String, String>();
        answer.header("Location").ifPresent(location -> details.put("http.location", location));
        try {
            String id = Json.read(answer.body()).at(settings.text(RESULT_PATH)).asText("");
            if (!id.isEmpty() && id.length() <= 200) {
                details.put("partner.id", id);
            }
        } catch (IOException | IllegalArgumentException noJson) {
            // The answer is kept as evidence all the same.
        }
        return details;
    }
}
