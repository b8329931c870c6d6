package io.tradelane.adapters.http;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the HTTP door declares. */
final class HttpParameters implements DoorDeclaration {
    static final String MAX_BYTES = "maxBytes";
    static final String URL = "url";
    static final long DEFAULT_MAX_BYTES = 200L * 1024 * 1024;

    static final DoorDescription DESCRIPTION = new DoorDescription("http", new Text("HTTP 接口", "HTTP"),
            new Text("POST /api/v1/interchanges；向外则 POST 到伙伴地址", "POST /api/v1/interchanges; outward a POST to the partner"),
            List.of(Parameter.number(MAX_BYTES, DEFAULT_MAX_BYTES, new Text("最大字节数", "Largest body in bytes"),
                    new Text("更大的请求以 413 拒绝", "A larger one is answered 413"))),
            CallParameters.all(CallParameters.Auth.BEARER, List.of(Parameter.url(URL, new Text("伙伴地址", "Address of the partner"),
                    new Text("接收 POST 的 URL", "Where documents are posted")).mandatory())));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return direction == Direction.OUTBOUND;
    }
}
