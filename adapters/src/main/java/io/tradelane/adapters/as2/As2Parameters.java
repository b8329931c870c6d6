package io.tradelane.adapters.as2;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.trading.partner.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a channel through the AS2 door declares. */
final class As2Parameters implements DoorDeclaration {
    static final String PARTNER_NAME = "partnerName";
    static final String HUB_NAME = "hubName";
    static final String HUB_KEY = ChannelKeys.HUB_KEY;
    static final String SIGNATURE_REQUIRED = "signatureRequired";
    static final String ENCRYPTION_REQUIRED = "encryptionRequired";
    static final String RECEIPT_URLS = "receiptUrls";
    static final String MAX_BYTES = "maxBytes";
    static final String URL = "url";
    static final String SIGNATURE = "signature";
    static final String ENCRYPTION = "encryption";
    static final String COMPRESS = "compress";
    static final String RECEIPT = "receipt";
    static final String RECEIPT_URL = "receiptUrl";
    static final String SUBJECT = "subject";
    static final String NONE = "NONE";

    static final DoorDescription DESCRIPTION = new DoorDescription("as2", new Text("AS2", "AS2"),
            new Text("按 RFC 4130 签名、加密并要求回执的 HTTP 传输", "HTTP with signature, encryption and receipts, RFC 4130"),
            inbound(), outbound());

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return direction == Direction.OUTBOUND;
    }

    private static List<Parameter> names() {
        return List.of(
                Parameter.text(PARTNER_NAME, new Text("伙伴 AS2 标识", "AS2 name of the partner"),
                        new Text("AS2-From / AS2-To 中的名称", "As in AS2-From and AS2-To")).mandatory(),
                Parameter.text(HUB_NAME, new Text("本方 AS2 标识", "Our AS2 name"),
                        new Text("伙伴用来称呼本方的名称", "What the partner calls us")).mandatory(),
                Parameter.text(HUB_KEY, new Text("本方证书别名", "Alias of our certificate"),
                        new Text("留空则使用当前有效的本方证书", "Empty: the newest valid one of ours")));
    }

    private static List<Parameter> inbound() {
        var all = new ArrayList<>(names());
        all.add(Parameter.flag(SIGNATURE_REQUIRED, true, new Text("必须签名", "Signature required"),
                new Text("未签名的报文将被拒收", "An unsigned message is refused")));
        all.add(Parameter.flag(ENCRYPTION_REQUIRED, true, new Text("必须加密", "Encryption required"),
                new Text("未加密的报文将被拒收", "A message in clear is refused")));
        all.add(Parameter.text(RECEIPT_URLS, new Text("异步回执地址", "Addresses for asynchronous receipts"),
                new Text("允许的 URL 前缀，以空格分隔；留空则不发送异步回执",
                        "Allowed URL prefixes, separated by blanks; empty: asynchronous receipts are not sent")));
        all.add(Parameter.number(MAX_BYTES, 100L * 1024 * 1024, new Text("最大字节数", "Largest message in bytes"),
                new Text("解密解压后同样适用", "Holds for the expanded content too")));
        return all;
    }

    private static List<Parameter> outbound() {
        var all = new ArrayList<>(names());
        all.add(Parameter.url(URL, new Text("伙伴地址", "Address of the partner"), new Text("伙伴的 AS2 端点", "Its AS2 endpoint")).mandatory());
        all.add(Parameter.choice(SIGNATURE, Digest.SHA_256.name(), withNone(Digest.values()), new Text("签名算法", "Hash of the signature"),
                new Text("NONE 表示不签名", "NONE: not signed")));
        all.add(Parameter.choice(ENCRYPTION, Cipher.AES_256_CBC.name(), withNone(Cipher.values()), new Text("加密算法", "Cipher"),
                new Text("NONE 表示不加密", "NONE: in clear")));
        all.add(Parameter.flag(COMPRESS, false, new Text("压缩", "Compress"), new Text("签名前压缩 (RFC 5402)", "Before signing (RFC 5402)")));
        all.add(Parameter.choice(RECEIPT, "SIGNED", List.of(NONE, "UNSIGNED", "SIGNED"), new Text("回执", "Receipt"),
                new Text("要求的 MDN", "Which MDN to ask for")));
        all.add(Parameter.url(RECEIPT_URL, new Text("异步回执接收地址", "Address for asynchronous receipts"),
                new Text("留空则回执随 HTTP 应答返回", "Our own /as2 as the partner reaches it; empty: the receipt comes in the answer")));
        all.add(Parameter.text(SUBJECT, new Text("主题", "Subject"), new Text("报文主题", "Subject header")).orElse("Business document"));
        return all;
    }

    private static List<String> withNone(Enum<?>[] values) {
        var names = new ArrayList<>(Arrays.stream(values).map(Enum::name).toList());
        names.add(NONE);
        return names;
    }
}
