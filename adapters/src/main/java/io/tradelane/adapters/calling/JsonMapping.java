package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Text;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a partner's JSON becomes ours, or ours the partner's, as a channel's row says it in JSLT
 * (<a href="https://github.com/schibsted/jslt">its manual</a>). It can reach nothing but what it is given.
 */
public final class JsonMapping {
    public static final String MAPPING = "mapping";
    private static final Map<String, Expression> COMPILED = new ConcurrentHashMap<>();
    private static final int MOST = 500;

    private JsonMapping() {}

    public static Parameter inbound() {
        return Parameter.lines(MAPPING, new Text("映射", "Mapping"),
                new Text("JSLT 表达式：把伙伴的记录变成 {\"type\": …, \"document\": …}；留空则原样接收",
                        "JSLT expression that makes {\"type\": …, \"document\": …} of a partner's record; empty: it is taken in as it is"));
    }

    public static Parameter outbound() {
        return Parameter.lines(MAPPING, new Text("映射", "Mapping"),
                new Text("JSLT 表达式：把我方 JSON 单据变成伙伴要求的 JSON；留空则原样发送",
                        "JSLT expression that makes the partner's JSON of our JSON document; empty: it is sent as it is"));
    }

    /** @throws IllegalArgumentException with line and column, when it is no JSLT */
    public static void check(Settings settings) {
        settings.find(MAPPING).ifPresent(JsonMapping::compiled);
    }

    /** Empty where the channel declares none. @throws IOException when this JSON does not go through it, or nothing comes out */
    public static Optional<JsonNode> apply(Settings settings, JsonNode input) throws IOException {
        Optional<String> mapping = settings.find(MAPPING);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode output = compiled(mapping.get()).apply(input);
            if (output == null || output.isNull() || output.isMissingNode()) {
                throw new IOException("The mapping makes nothing of it");
            }
            return Optional.of(output);
        } catch (JsltException | StackOverflowError failed) {
            throw new IOException("The mapping fails: " + failed.getMessage(), failed);
        }
    }

    private static Expression compiled(String mapping) {
        Expression known = COMPILED.get(mapping);
        if (known != null) {
            return known;
        }
        try {
            Expression made = Parser.compileString(mapping);
            if (COMPILED.size() >= MOST) {
                COMPILED.clear();
            }
            COMPILED.put(mapping, made);
            return made;
        } catch (JsltException wrong) {
            throw new IllegalArgumentException("The mapping is no JSLT: " + wrong.getMessage(), wrong);
        }
    }
}
