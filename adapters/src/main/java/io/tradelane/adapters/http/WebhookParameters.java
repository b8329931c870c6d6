package io.tradelane.adapters.http;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the webhook door declares. */
final class WebhookParameters implements DoorDeclaration {
    static final String NAME = "webhook";
    static final String URL = "url";
    static final String SECRET = "secret";
    static final String PREVIOUS_SECRET = "previousSecret";
    static final String TOLERANCE_SECONDS = "toleranceSeconds";
    static final String MAX_BYTES = "maxBytes";

    private static final Parameter KEY = Parameter.text(SECRET, new Text("签名密钥", "Secret of the signature"),
            new Text("whsec_ 加至少 24 字节的 Base64；双方相同", "whsec_ and at least 24 bytes in base 64; the same on both sides")).mandatory().hidden();
    private static final Parameter PREVIOUS = Parameter.text(PREVIOUS_SECRET, new Text("先前的签名密钥", "Previous secret"),
            new Text("更换密钥期间同时有效", "Holds beside the other while it is being changed")).hidden();

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("Webhook 回调", "Webhook"),
            new Text("按 Standard Webhooks 签名 (HMAC-SHA256) 的 HTTP POST；接收地址为 /api/v1/webhooks/ 加本通道的 id",
                    "HTTP POST signed as in Standard Webhooks (HMAC-SHA256); received at /api/v1/webhooks/ and the id of the channel"),
            List.of(KEY, PREVIOUS,
                    Parameter.number(TOLERANCE_SECONDS, 300, new Text("时间容差(秒)", "Tolerance, seconds"),
                            new Text("时间戳早于此的请求被拒绝", "A request with an older time stamp is refused")),
                    Parameter.number(MAX_BYTES, 20L * 1024 * 1024, new Text("最大字节数", "Largest body in bytes"),
                            new Text("更大的请求以 413 拒绝", "A larger one is answered 413")),
                    JsonMapping.inbound()),
            CallParameters.tls(List.of(Parameter.url(URL, new Text("伙伴地址", "Address of the partner"),
                    new Text("接收 POST 的 URL", "Where documents are posted")).mandatory(), KEY, PREVIOUS)));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return direction == Direction.OUTBOUND;
    }
}
