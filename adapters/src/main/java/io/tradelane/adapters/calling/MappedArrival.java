package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Arrival.Evidence;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.exchange.Reception;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;

/** A partner's JSON as ours, with what it was beside it. */
public final class MappedArrival {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "mapping.problem";

    private MappedArrival() {}

    /** What does not go through the mapping arrives as it is, and says why: the reader then tells what it cannot make of it. */
    public static Arrival of(Reception reception, Settings settings, String source, long maxBytes, byte[] original) {
        try {
            byte[] mapped = JsonMapping.apply(settings, Json.read(original)).map(Json::write).orElse(original);
            return arrival(reception, JSON, source, maxBytes, mapped, new Evidence(reception.mediaType(), original));
        } catch (IOException unmapped) {
            var properties = new HashMap<>(reception.properties());
            properties.put(PROBLEM, String.valueOf(unmapped.getMessage()));
            return new Arrival(new Reception(reception.organisation(), reception.channel(), reception.door(), reception.transportMessageId(),
                    reception.mediaType(), reception.fileName(), properties), source, maxBytes, new ByteArrayInputStream(original));
        }
    }

    /** @param original one record of what the partner answered */
    static Arrival of(Reception reception, Settings settings, String source, long maxBytes, JsonNode original) {
        return of(reception, settings, source, maxBytes, Json.write(original));
    }

    private static Arrival arrival(Reception reception, String mediaType, String source, long maxBytes, byte[] bytes, Evidence evidence) {
        return new Arrival(new Reception(reception.organisation(), reception.channel(), reception.door(), reception.transportMessageId(), mediaType,
                reception.fileName(), reception.properties()), source, maxBytes, new ByteArrayInputStream(bytes), evidence);
    }
}
