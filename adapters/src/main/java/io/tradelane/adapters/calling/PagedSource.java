package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.adapters.calling.PagedParameters.Marker;
import io.tradelane.adapters.calling.PagedParameters.Paging;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the records of a REST service as a channel declares it. */
public final class PagedSource implements ChangeSource {
    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>[^<,]*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    private final Calls calls;
    private final Channel channel;
    private final Settings settings;
    private final Paging paging;
    private final Marker marker;
    /** All pages of a round are asked for with the mark that it began with. */
    private final @Nullable String start;
    private @Nullable String mark;
    private @Nullable String cursor;
    private URI target;
    private long page;

    /** @param position the mark to begin with; null: none yet */
    public PagedSource(Calls calls, Channel channel, Settings settings, @Nullable String position) {
        this.calls = calls;
        this.channel = channel;
        this.settings = settings;
        this.paging = Paging.valueOf(settings.text(PagedParameters.PAGING));
        this.marker = Marker.valueOf(settings.text(PagedParameters.MARKER));
        this.start = position != null ? position : settings.find(PagedParameters.MARKER_START).orElse(null);
        this.mark = start;
        this.cursor = marker == Marker.CURSOR ? mark : null;
        this.page = settings.number(PagedParameters.FIRST_PAGE);
        this.target = address();
    }

    /** Where the first page is. */
    public static URI first(Calls calls, Channel channel, Settings settings) {
        return new PagedSource(calls, channel, settings, null).target;
    }

    @Override
    public Page next() throws IOException {
        CallAnswer answer = calls.send(channel, settings, Call.get(target, Map.of("Accept", "application/json"), settings.number(PagedParameters.MAX_BYTES)));
        if (!answer.good()) {
            throw new IOException("The partner answered HTTP " + answer.status() + " for " + target.getPath());
        }
        JsonNode body = Json.read(answer.body());
        JsonNode items = settings.find(PagedParameters.ITEMS_PATH).map(body::at).orElse(body);
        if (!items.isArray()) {
            throw new IOException("There are no records where they are declared to be in the answer for " + target.getPath());
        }
        List<Changed> records = new ArrayList<>();
        for (JsonNode item : items) {
            records.add(new Changed(item.at(settings.text(PagedParameters.ID_PATH)).asText(Integer.toString(records.size())), item));
            advance(item);
        }
        boolean more = more(answer, body, records.size());
        String position = switch (marker) {
            case NONE -> null;
            case RECORD -> more ? null : mark;
            case CURSOR -> cursor;
        };
        return new Page(records, position, !more);
    }

    private boolean more(CallAnswer answer, JsonNode body, int found) throws IOException {
        String next = settings.find(PagedParameters.NEXT_PATH).map(path -> body.at(path).asText("")).orElse("");
        switch (paging) {
            case NONE -> {
                return false;
            }
            case PAGE -> {
                page++;
                target = address();
                return found > 0 && (settings.find(PagedParameters.SIZE_PARAMETER).isEmpty() || found >= settings.number(PagedParameters.PAGE_SIZE));
            }
            case CURSOR -> {
                boolean further = !next.isEmpty() && !next.equals("null") && !next.equals(cursor);
                cursor = further ? next : cursor;
                target = address();
                return further && found > 0;
            }
            case LINK -> {
                String link = next.isEmpty() ? header(answer) : next;
                if (link.isEmpty()) {
                    return false;
                }
                target = SameOrigin.resolve(target, link);
                return true;
            }
        }
        return false;
    }

    private static String header(CallAnswer answer) {
        return answer.headers().allValues("Link").stream().map(NEXT::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst().orElse("");
    }

    private void advance(JsonNode item) {
        if (marker == Marker.RECORD) {
            JsonNode value = item.at(settings.text(PagedParameters.MARKER_PATH));
            if (value.isValueNode() && !value.isNull() && (mark == null || isLater(value, mark))) {
                mark = value.asText();
            }
        }
    }

    private static boolean isLater(JsonNode value, String than) {
        return value.isNumber() && than.matches("-?\\d+(\\.\\d+)?") ? value.decimalValue().compareTo(new BigDecimal(than)) > 0 : value.asText().compareTo(than) > 0;
    }

    private URI address() {
        var query = new Query(settings.text(PagedParameters.URL).replaceAll("/+$", "") + settings.find(PagedParameters.PATH).orElse(""));
        settings.find(PagedParameters.QUERY).ifPresent(query::raw);
        settings.find(PagedParameters.SIZE_PARAMETER).ifPresent(name -> query.add(name, settings.text(PagedParameters.PAGE_SIZE)));
        if (paging == Paging.PAGE) {
            query.add(settings.text(PagedParameters.PAGE_PARAMETER), Long.toString(page));
        }
        if (paging == Paging.CURSOR && cursor != null) {
            query.add(settings.text(PagedParameters.PAGE_PARAMETER), cursor);
        }
        if (marker == Marker.RECORD && start != null) {
            String since = start;
            settings.find(PagedParameters.MARKER_PARAMETER).ifPresent(name -> query.add(name, since));
        }
        return query.uri();
    }
}
