package io.tradelane.adapters.remote;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel to a partner's FTPS server declares. */
final class FtpsParameters implements DoorDeclaration {
    static final String TLS = "tls";
    static final String EXPLICIT = "EXPLICIT";
    static final String CERTIFICATE = "certificate";

    private static final List<Parameter> CONNECTION = List.of(RemoteParameters.host(), RemoteParameters.port(21),
            Parameter.choice(TLS, EXPLICIT, List.of(EXPLICIT, "IMPLICIT"), new Text("TLS 方式", "TLS"),
                    new Text("EXPLICIT 先连接再 AUTH TLS（端口 21），IMPLICIT 直接以 TLS 连接（端口 990）",
                            "EXPLICIT begins with AUTH TLS (port 21), IMPLICIT is TLS from the start (port 990)")),
            Parameter.lines(CERTIFICATE, new Text("服务器证书", "Certificate of the server"),
                    new Text("PEM：服务器自己的证书，或其签发机构的证书；留空则按公共机构检查",
                            "PEM: its own, or of who issued it; empty: one that the public authorities vouch for")),
            RemoteParameters.user(), RemoteParameters.password().mandatory(), RemoteParameters.directory());

    static final DoorDescription DESCRIPTION = new DoorDescription("ftps", new Text("FTPS 客户端", "FTPS client"),
            new Text("从伙伴的 FTPS 服务器取文件，或把文件放到那里；不支持无 TLS 的 FTP",
                    "Fetches files from the partner's FTPS server, or puts files there; there is no FTP without TLS"),
            RemoteParameters.inbound(CONNECTION), RemoteParameters.outbound(CONNECTION));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }
}
