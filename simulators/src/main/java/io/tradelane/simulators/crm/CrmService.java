package io.tradelane.simulators.crm;

import com.sun.net.httpserver.HttpExchange;
import io.tradelane.simulators.WebPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A CRM: tokens for a client's id and secret, customers by page and time of change, and activities that others report. */
public final class CrmService extends WebPeer {
    public static final String CLIENT_ID = "tradelane";
    public static final String CLIENT_SECRET = "crm-demo-secret";
    private final List<Map<String, Object>> customers = new ArrayList<>();
    private final List<JsonNode> activities = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private String token = "";
    private int given;

    public CrmService(int port) {
        super(port);
        serve("/oauth/token", this::token);
        serve("/api/customers", this::customers);
        serve("/api/activities", this::activity);
    }

    /** @param fields with {@code id} and {@code updatedAt}, ISO 8601 in UTC */
    public synchronized void put(Map<String, Object> fields) {
        customers.removeIf(known -> known.get("id").equals(fields.get("id")));
        customers.add(fields);
    }

    public synchronized List<JsonNode> activities() {
        return List.copyOf(activities);
    }

    /** How many tokens were given. */
    public synchronized int tokens() {
        return given;
    }

    /** The token that was given is worth nothing from now on. */
    public synchronized void revoke() {
        token = "";
    }

    private synchronized Answer token(HttpExchange request) throws IOException {
        if (!isBasic(request, CLIENT_ID, CLIENT_SECRET) || !"client_credentials".equals(form(body(request)).get("grant_type"))) {
            return Answer.json(401, Map.of("error", "invalid_client"), Map.of());
        }
        token = UUID.randomUUID().toString();
        given++;
        return Answer.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600), Map.of());
    }

    private boolean isKnown(HttpExchange request) {
        return !token.isEmpty() && ("Bearer " + token).equals(request.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized Answer customers(HttpExchange request) {
        if (!isKnown(request)) {
            return Answer.of(401);
        }
        Map<String, String> query = query(request);
        String since = query.getOrDefault("updatedSince", "");
        int size = Integer.parseInt(query.getOrDefault("per_page", "50"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        List<Map<String, Object>> found = customers.stream().filter(one -> String.valueOf(one.get("updatedAt")).compareTo(since) >= 0)
                .skip((long) size * (page - 1)).limit(size).toList();
        return Answer.json(200, Map.of("data", found), Map.of());
    }

    private synchronized Answer activity(HttpExchange request) throws IOException {
        if (!isKnown(request)) {
            return Answer.of(401);
        }
        if (keys.add(String.valueOf(request.getRequestHeaders().getFirst("Idempotency-Key")))) {
            activities.add(json(request));
        }
        return Answer.json(201, Map.of("id", "A-" + activities.size()), Map.of());
    }
}
