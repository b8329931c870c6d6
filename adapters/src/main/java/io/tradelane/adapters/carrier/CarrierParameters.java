package io.tradelane.adapters.carrier;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.JsonPosting;
import io.tradelane.adapters.calling.PagedParameters;
import io.tradelane.trading.partner.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a channel to a carrier declares: as any REST service does, filled in with what tracking services have in common. */
final class CarrierParameters implements DoorDeclaration {
    static final String NAME = "carrier";

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("承运商接口", "Carrier"),
            new Text("承运商的跟踪服务：提交运输指令，定期读取状态事件；主动推送的事件经 Webhook 通道接收，用同一映射",
                    "A carrier's tracking service: posts transport orders and asks for events; events that it pushes come by a webhook channel with the same mapping"),
            Stream.concat(PagedParameters.all(Map.of("path", "/events", "itemsPath", "/events", "paging", "CURSOR", "nextPath", "/next",
                    "pageParameter", "since", "marker", "CURSOR")).stream(), Stream.of(JsonMapping.inbound().orElse(resource("events.jslt")))).toList(),
            JsonPosting.parameters(Map.of("path", "/transport-orders", "mapping", resource("transport-order.jslt"))));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CarrierParameters.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
