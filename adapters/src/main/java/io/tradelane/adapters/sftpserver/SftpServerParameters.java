package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import java.util.List;

/** What a channel through the hub's own SFTP server declares. */
final class SftpServerParameters implements DoorDeclaration {
    static final String NAME = "sftp-server";
    static final String USER = "user";
    static final String PUBLIC_KEYS = "publicKeys";
    static final String PASSWORD = "password";
    static final String MEDIA_TYPE = "mediaType";
    static final String MAX_BYTES = "maxBytes";

    private static final Parameter ACCOUNT = Parameter.text(USER, new Text("用户名", "User name"),
            new Text("伙伴登录的名称：小写字母、数字、. _ -；同一伙伴的收发通道可共用",
                    "As the partner signs in: small letters, digits, . _ -; its channels in either direction share one")).mandatory();
    private static final Parameter KEYS = Parameter.lines(PUBLIC_KEYS, new Text("公钥", "Public keys"),
            new Text("每行一个，OpenSSH 格式（authorized_keys）", "One a line, as in authorized_keys of OpenSSH"));
    private static final Parameter SECRET = Parameter.text(PASSWORD, new Text("密码", "Password"),
            new Text("留空则只能用公钥登录", "Empty: signs in with a key only")).hidden();

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("SFTP 服务器", "SFTP server"),
            new Text("伙伴登录本平台：把文件放入 in，从 out 取走文件", "The partner signs in here, puts files into in and fetches them from out"),
            List.of(ACCOUNT, KEYS, SECRET,
                    Parameter.text(MEDIA_TYPE, new Text("媒体类型", "Media type"), new Text("文件内容的类型", "Of the files' content"))
                            .orElse("application/EDIFACT"),
                    Parameter.number(MAX_BYTES, 200L * 1024 * 1024, new Text("最大字节数", "Largest file in bytes"),
                            new Text("更大的文件在上传时即被拒绝", "A larger one is refused while it is sent"))),
            List.of(ACCOUNT, KEYS, SECRET));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }
}
