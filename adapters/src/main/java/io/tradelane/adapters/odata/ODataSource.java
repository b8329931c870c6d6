package io.tradelane.adapters.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallAnswer;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.adapters.calling.ChangeSource;
import io.tradelane.adapters.calling.Json;
import io.tradelane.adapters.calling.PagedParameters;
import io.tradelane.adapters.calling.Query;
import io.tradelane.adapters.calling.SameOrigin;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a set that changed: pages by {@code @odata.nextLink}, changes by {@code @odata.deltaLink} (OData 4.01 Part 1, section
 * 11.3) or by a field with the time of change; of OData 2.0 {@code d.results}, {@code __next} and {@code __delta}. A set whose ETag stands
 * still is not sent again.
 */
final class ODataSource implements ChangeSource {
    private static final String ETAG = "etag ";
    private static final String SINCE = "since ";

    private final Calls calls;
    private final Channel channel;
    private final Settings settings;
    private final String changes;
    private final @Nullable String etag;
    private @Nullable String since;
    private URI target;

    /** @param position a link, {@code since} and a time, or {@code etag} and one; null: none yet */
    ODataSource(Calls calls, Channel channel, Settings settings, @Nullable String position) {
        this.calls = calls;
        this.channel = channel;
        this.settings = settings;
        this.changes = settings.text(ODataParameters.CHANGES);
        this.since = position != null && position.startsWith(SINCE) ? position.substring(SINCE.length()) : null;
        this.etag = position != null && position.startsWith(ETAG) ? position.substring(ETAG.length()) : null;
        this.target = position == null || since != null || etag != null ? first(settings, since) : URI.create(position);
    }

    static URI root(Settings settings) {
        return URI.create(settings.text(PagedParameters.URL).replaceAll("/+$", "") + "/");
    }

    static URI first(Settings settings, @Nullable String since) {
        var query = new Query(root(settings) + settings.text(ODataParameters.ENTITY_SET));
        String changed = since == null || settings.find(ODataParameters.CHANGED_FIELD).isEmpty() ? ""
                : settings.text(ODataParameters.CHANGED_FIELD) + " gt " + since;
        String filter = settings.find(ODataParameters.FILTER).map(own -> changed.isEmpty() ? own : "(" + own + ") and " + changed).orElse(changed);
        if (!filter.isEmpty()) {
            query.add("$filter", filter);
        }
        settings.find(ODataParameters.SELECT).ifPresent(fields -> query.add("$select", fields));
        settings.find(ODataParameters.EXPAND).ifPresent(expanded -> query.add("$expand", expanded));
        if (settings.text(ODataParameters.CHANGES).equals("FIELD")) {
            query.add("$orderby", settings.text(ODataParameters.CHANGED_FIELD));
        }
        return query.uri();
    }

    @Override
    public Page next() throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        if (changes.equals("DELTA")) {
            headers.put("Prefer", "odata.track-changes");
        }
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        CallAnswer answer = calls.send(channel, settings, Call.get(target, headers, settings.number(PagedParameters.MAX_BYTES)));
        if (answer.status() == 304) {
            return new Page(List.of(), null, true);
        }
        if (answer.status() == 410) {
            throw new StalePosition("The change token is too old: everything is read anew");
        }
        if (!answer.good()) {
            throw new IOException("The service answered HTTP " + answer.status() + ODataError.of(answer.body()));
        }
        JsonNode body = Json.read(answer.body());
        JsonNode two = body.path("d");
        JsonNode set = body.has("value") ? body.path("value") : two.has("results") ? two.path("results") : two;
        if (!set.isArray()) {
            throw new IOException("The answer is no set of entities");
        }
        return page(set, text(body, two, "@odata.nextLink", "@nextLink", "__next"), text(body, two, "@odata.deltaLink", "@deltaLink", "__delta"), answer);
    }

    private Page page(JsonNode set, String next, String delta, CallAnswer answer) throws IOException {
        List<Changed> records = new ArrayList<>();
        for (JsonNode entity : set) {
            if (!entity.has("@removed") && !entity.has("@odata.removed") && !entity.path("@odata.context").asText("").endsWith("/$deletedEntity")) {
                records.add(new Changed(entity.at(settings.text(ODataParameters.KEY_PATH)).asText(Integer.toString(records.size())), entity));
                advance(entity);
            }
        }
        if (!next.isEmpty()) {
            target = SameOrigin.resolve(target, next);
            return new Page(records, changes.equals("DELTA") ? target.toString() : null, false);
        }
        String position = switch (changes) {
            case "DELTA" -> delta.isEmpty() ? null : SameOrigin.resolve(target, delta).toString();
            case "FIELD" -> since == null ? null : SINCE + since;
            default -> answer.header("ETag").map(tag -> ETAG + tag).orElse(null);
        };
        return new Page(records, position, true);
    }

    private void advance(JsonNode entity) {
        if (changes.equals("FIELD")) {
            String at = entity.path(settings.text(ODataParameters.CHANGED_FIELD)).asText("");
            if (!at.isEmpty() && (since == null || at.compareTo(since) > 0)) {
                since = at;
            }
        }
    }

    private static String text(JsonNode four, JsonNode two, String... names) {
        for (String name : names) {
            String found = four.path(name).asText(two.path(name).asText(""));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
