package io.tradelane.adapters.mail;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.trading.partner.Direction;
import java.util.ArrayList;
import java.util.List;

/** What a channel through the e-mail door declares. */
final class MailParameters implements DoorDeclaration {
    static final String NAME = "mail";
    static final String HOST = "host";
    static final String PORT = "port";
    static final String TLS = "tls";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String FROM = "from";
    static final String TO = "to";
    static final String SUBJECT = "subject";
    static final String SIGN = "sign";
    static final String ENCRYPT = "encrypt";
    static final String FOLDER = "folder";
    static final String SENDERS = "senders";
    static final String SIGNATURE_REQUIRED = "signatureRequired";
    static final String ENCRYPTION_REQUIRED = "encryptionRequired";
    static final String POLL_MILLIS = "pollMillis";
    static final String MAX_BYTES = "maxBytes";
    static final String AFTERWARDS = "afterwards";
    static final String ARCHIVE = "archive";

    /** What becomes of a message whose attachments are stored. */
    enum Afterwards {
        MOVE,
        DELETE
    }

    /** How the connection is protected. */
    enum Tls {
        IMPLICIT,
        STARTTLS,
        NONE
    }

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("电子邮件", "E-mail"),
            new Text("以附件收发单据：IMAP 收，SMTP 发，可用 S/MIME 签名和加密",
                    "Documents as attachments: in by IMAP, out by SMTP, signed and encrypted by S/MIME where agreed"),
            inbound(), outbound());

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }

    private static List<Parameter> server(int port, String help) {
        return List.of(Parameter.text(HOST, new Text("邮件服务器", "Mail server"), new Text("名称或地址", "Name or address")).mandatory(),
                Parameter.number(PORT, port, new Text("端口", "Port"), new Text(help, help)),
                Parameter.choice(TLS, Tls.IMPLICIT.name(), List.of("IMPLICIT", "STARTTLS", "NONE"), new Text("TLS 方式", "TLS"),
                        new Text("IMPLICIT 直接以 TLS 连接，STARTTLS 必须升级，NONE 不加密（仅限内部网络）",
                                "IMPLICIT from the start, STARTTLS has to be offered, NONE in clear, for an internal network only")),
                Parameter.text(USER, new Text("用户名", "User name"), new Text("邮箱账号", "Of the mailbox")),
                Parameter.text(PASSWORD, new Text("密码", "Password"), new Text("邮箱密码", "Of the mailbox")).hidden());
    }

    private static Parameter hubKey() {
        return Parameter.text(ChannelKeys.HUB_KEY, new Text("本方证书别名", "Alias of our certificate"),
                new Text("留空则使用当前有效的本方证书", "Empty: the newest valid one of ours"));
    }

    private static List<Parameter> inbound() {
        var all = new ArrayList<>(server(993, "IMPLICIT 993, STARTTLS 143"));
        all.add(Parameter.text(FOLDER, new Text("邮件夹", "Mail folder"), new Text("从中读取", "Which is read")).orElse("INBOX"));
        all.add(Parameter.text(SENDERS, new Text("允许的发件人", "Senders"),
                new Text("地址或 @域名，以空格分隔；其他发件人的邮件不接收", "Addresses or @domains, separated by blanks; nobody else's mail is taken")).mandatory());
        all.add(Parameter.flag(SIGNATURE_REQUIRED, false, new Text("必须签名", "Signature required"),
                new Text("须有伙伴证书的有效签名", "Only with a valid signature of the partner's certificate")));
        all.add(Parameter.flag(ENCRYPTION_REQUIRED, false, new Text("必须加密", "Encryption required"),
                new Text("明文邮件不接收", "A message in clear is not taken")));
        all.add(hubKey());
        all.add(Parameter.number(POLL_MILLIS, 60_000, new Text("轮询间隔(毫秒)", "Poll every, milliseconds"),
                new Text("检查新邮件的间隔", "How often the mailbox is looked at")));
        all.add(Parameter.number(MAX_BYTES, 20L * 1024 * 1024, new Text("最大字节数", "Largest message in bytes"),
                new Text("更大的邮件移入 error 邮件夹", "A larger one goes to the mail folder error")));
        all.add(Parameter.choice(AFTERWARDS, Afterwards.MOVE.name(), List.of("MOVE", "DELETE"), new Text("接收之后", "After it was taken in"),
                new Text("MOVE 移入归档邮件夹，DELETE 删除", "MOVE puts it into the archive, DELETE removes it")));
        all.add(Parameter.text(ARCHIVE, new Text("归档邮件夹", "Archive"), new Text("没有则创建", "Made if it is not there")).orElse("done"));
        return all;
    }

    private static List<Parameter> outbound() {
        var all = new ArrayList<>(server(465, "IMPLICIT 465, STARTTLS 587"));
        all.add(Parameter.text(FROM, new Text("发件人", "From"), new Text("本方地址", "Our address")).mandatory());
        all.add(Parameter.text(TO, new Text("收件人", "To"), new Text("伙伴地址，可用逗号分隔多个", "The partner's address, or several separated by commas")).mandatory());
        all.add(Parameter.text(SUBJECT, new Text("主题", "Subject"), new Text("后接文件名", "The file name follows it")).orElse("Business document"));
        all.add(Parameter.flag(SIGN, false, new Text("签名", "Sign"), new Text("用本方证书按 S/MIME 签名", "By S/MIME with our certificate")));
        all.add(Parameter.flag(ENCRYPT, false, new Text("加密", "Encrypt"), new Text("用伙伴证书按 S/MIME 加密", "By S/MIME for the partner's certificate")));
        all.add(hubKey());
        return all;
    }
}
