package io.tradelane.adapters.remote;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel to a partner's SFTP server declares. */
final class SftpParameters implements DoorDeclaration {
    static final String HOST_KEYS = "hostKeys";
    static final String PRIVATE_KEY = "privateKey";
    static final String PASSPHRASE = "passphrase";

    private static final List<Parameter> CONNECTION = List.of(RemoteParameters.host(), RemoteParameters.port(22),
            Parameter.lines(HOST_KEYS, new Text("已知主机密钥", "Known host keys"),
                    new Text("每行一个：known_hosts 行、公钥或 SHA256: 指纹；不符则不连接",
                            "One a line: of known_hosts, a public key, or a SHA256: fingerprint; with any other there is no connection")).mandatory(),
            RemoteParameters.user(), RemoteParameters.password(),
            Parameter.lines(PRIVATE_KEY, new Text("私钥", "Private key"),
                    new Text("PEM 或 OpenSSH 格式；代替密码或与密码并用", "PEM or OpenSSH; instead of the password, or with it")).hidden(),
            Parameter.text(PASSPHRASE, new Text("私钥口令", "Passphrase"), new Text("私钥加密时填写", "If the private key is encrypted")).hidden(),
            RemoteParameters.directory());

    static final DoorDescription DESCRIPTION = new DoorDescription("sftp", new Text("SFTP 客户端", "SFTP client"),
            new Text("从伙伴的 SFTP 服务器取文件，或把文件放到那里", "Fetches files from the partner's SFTP server, or puts files there"),
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
