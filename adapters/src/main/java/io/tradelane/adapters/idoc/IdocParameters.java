package io.tradelane.adapters.idoc;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallParameters.Auth;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the IDoc door declares. */
final class IdocParameters implements DoorDeclaration {
    static final String NAME = "idoc";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String MAX_BYTES = "maxBytes";
    static final String URL = "url";
    static final String SERVICE = "service";

    /** How SAP takes IDocs. */
    enum Service {
        /** The IDoc document itself, as {@code /sap/bc/idoc_xml} takes it. */
        PLAIN,
        /** In a SOAP envelope, as {@code /sap/bc/srt/idoc} takes it. */
        SOAP
    }

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("SAP IDoc", "SAP IDoc"),
            new Text("经 HTTP(S) 收发 IDoc（XML 或平面文件）；接收地址为 /api/v1/idocs/ 加本通道的 id",
                    "IDocs over HTTP(S), XML or flat; received at /api/v1/idocs/ and the id of the channel"),
            List.of(
                    Parameter.text(USER, new Text("用户名", "User name"), new Text("SAP 目标 (SM59) 中的用户；留空则需 API 密钥或客户端证书",
                            "Of the destination in SAP (SM59); empty: an API key or a client certificate is needed")),
                    Parameter.text(PASSWORD, new Text("密码", "Password"), new Text("该用户的密码，至少 12 个字符", "Of that user, at least 12 characters")).hidden(),
                    Parameter.number(MAX_BYTES, 50L * 1024 * 1024, new Text("最大字节数", "Largest body in bytes"),
                            new Text("更大的请求以 413 拒绝", "A larger one is answered 413"))),
            CallParameters.all(Auth.BASIC, List.of(
                    Parameter.url(URL, new Text("SAP 地址", "Address of SAP"),
                            new Text("例如 https://sap.example/sap/bc/idoc_xml?sap-client=100", "For example https://sap.example/sap/bc/idoc_xml?sap-client=100")).mandatory(),
                    Parameter.choice(SERVICE, Service.PLAIN.name(), List.of("PLAIN", "SOAP"), new Text("服务", "Service"),
                            new Text("PLAIN 直接提交 (idoc_xml)；SOAP 置于 SOAP 信封 (srt/idoc)", "PLAIN as it is (idoc_xml); SOAP in an envelope (srt/idoc)")))));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return direction == Direction.OUTBOUND;
    }
}
