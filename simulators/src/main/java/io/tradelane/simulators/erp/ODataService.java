package io.tradelane.simulators.erp;

import com.sun.net.httpserver.HttpExchange;
import io.tradelane.simulators.WebPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An ERP with orders and stock as OData 4: pages of two, delta links, ETags, and a CSRF token before anything is written. Its tables are in
 * memory.
 */
public final class ODataService extends WebPeer {
    public static final String USER = "HUB";
    public static final String PASSWORD = "odata-demo-secret";
    private static final int PAGE = 2;
    private final List<Row> rows = new ArrayList<>();
    private String token = UUID.randomUUID().toString();
    private long changes;
    private long oldestKnown;

    private record Row(String set, String key, Map<String, Object> fields, long change) {}

    public ODataService(int port) {
        super(port);
        serve("/odata/", this::answer);
    }

    /** Adds an entity, or changes it. */
    public synchronized void put(String set, Map<String, Object> fields) {
        String key = String.valueOf(fields.get("ID"));
        rows.removeIf(row -> row.set.equals(set) && row.key.equals(key));
        rows.add(new Row(set, key, new LinkedHashMap<>(fields), ++changes));
    }

    public synchronized List<Map<String, Object>> all(String set) {
        return rows.stream().filter(row -> row.set.equals(set)).map(row -> row.fields).toList();
    }

    /** Change tokens given so far are worth nothing from now on; so is the CSRF token. */
    public synchronized void forget() {
        oldestKnown = changes + 1;
        token = UUID.randomUUID().toString();
    }

    private synchronized Answer answer(HttpExchange request) throws IOException {
        if (!isBasic(request, USER, PASSWORD)) {
            return Answer.of(401);
        }
        String path = request.getRequestURI().getPath().substring("/odata/".length());
        if (path.isEmpty()) {
            boolean fetch = "Fetch".equalsIgnoreCase(request.getRequestHeaders().getFirst("X-CSRF-Token"));
            return Answer.json(200, Map.of("value", List.of(Map.of("name", "SalesOrders"), Map.of("name", "Stock"))),
                    fetch ? Map.of("X-CSRF-Token", token, "Set-Cookie", "SAP_SESSIONID=" + token + "; path=/; HttpOnly") : Map.of());
        }
        String set = path.replaceFirst("\\(.*", "");
        return switch (request.getRequestMethod()) {
            case "GET" -> path.contains("(") ? one(set, key(path)) : page(set, query(request));
            case "POST" -> write(request, set, null);
            case "PATCH" -> write(request, set, key(path));
            default -> Answer.of(405);
        };
    }

    private static String key(String path) {
        return path.replaceFirst(".*\\('?", "").replaceFirst("'?\\).*", "");
    }

    private Answer one(String set, String key) {
        return rows.stream().filter(row -> row.set.equals(set) && row.key.equals(key)).findFirst()
                .map(row -> Answer.json(200, row.fields, Map.of("ETag", etag(row)))).orElse(Answer.of(404));
    }

    private Answer page(String set, Map<String, String> query) {
        long since = Long.parseLong(query.getOrDefault("$deltatoken", "0"));
        if (query.containsKey("$deltatoken") && since < oldestKnown) {
            return Answer.json(410, Map.of("error", Map.of("code", "DELTA_EXPIRED", "message", "The delta token is not known")), Map.of());
        }
        int skip = Integer.parseInt(query.getOrDefault("$skiptoken", "0"));
        List<Row> found = rows.stream().filter(row -> row.set.equals(set) && row.change > since).toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", "$metadata#" + set);
        body.put("value", found.stream().skip(skip).limit(PAGE).map(Row::fields).toList());
        if (skip + PAGE < found.size()) {
            body.put("@odata.nextLink", set + "?" + (since > 0 ? "$deltatoken=" + since + "&" : "") + "$skiptoken=" + (skip + PAGE));
        } else {
            body.put("@odata.deltaLink", address("/odata/" + set + "?$deltatoken=" + changes).toString());
        }
        return Answer.json(200, body, Map.of("Preference-Applied", "odata.track-changes"));
    }

    private Answer write(HttpExchange request, String set, @Nullable String key) throws IOException {
        String cookie = String.valueOf(request.getRequestHeaders().getFirst("Cookie"));
        if (!token.equals(request.getRequestHeaders().getFirst("X-CSRF-Token")) || !cookie.contains(token)) {
            return new Answer(403, "text/plain", "CSRF token validation failed".getBytes(StandardCharsets.UTF_8), Map.of("X-CSRF-Token", "Required"));
        }
        JsonNode entity = json(request);
        String id = key != null ? key : entity.path("ID").asString("");
        Row before = rows.stream().filter(row -> row.set.equals(set) && row.key.equals(id)).findFirst().orElse(null);
        if (id.isEmpty() || key == null && before != null) {
            return Answer.json(400, Map.of("error", Map.of("code", "EXISTS", "message", "There is an entity with this key, or no key")), Map.of());
        }
        if (key != null && (before == null || !etag(before).equals(request.getRequestHeaders().getFirst("If-Match")))) {
            return Answer.of(before == null ? 404 : 412);
        }
        Map<String, Object> fields = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.fields);
        entity.properties().forEach(field -> fields.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        fields.put("ID", id);
        put(set, fields);
        return key == null ? Answer.json(201, fields, Map.of("Location", address("/odata/" + set + "('" + id + "')").toString())) : Answer.of(204);
    }

    private static String etag(Row row) {
        return "W/\"" + row.change + "\"";
    }
}
