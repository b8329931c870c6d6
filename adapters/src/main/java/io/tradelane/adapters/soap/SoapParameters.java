package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallParameters.Auth;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the SOAP door declares. */
final class SoapParameters implements DoorDeclaration {
    static final String MAX_BYTES = "maxBytes";
    static final String SIGNED = "signed";
    static final String URL = "url";
    static final String WSDL = "wsdl";
    static final String VERSION = "version";
    static final String ACTION = "action";
    static final String BODY = "body";
    static final String MTOM = "mtom";
    static final String RESULT = "result";
    static final String WSS_USER = "wssUser";
    static final String WSS_PASSWORD = "wssPassword";
    static final String SIGN = "sign";
    static final long DEFAULT_MAX_BYTES = 20L * 1024 * 1024;

    /** An operation of our own document exchange service, so that two hubs understand one another as they are. */
    private static final String USUAL_BODY = """
            <SubmitDocument xmlns="urn:tradelane:document-exchange:1">
              <messageId>{messageId}</messageId>
              <mediaType>{mediaType}</mediaType>
              <fileName>{fileName}</fileName>
              <document>{base64}</document>
            </SubmitDocument>""";

    static final DoorDescription DESCRIPTION = new DoorDescription(SoapDoor.NAME, new Text("SOAP 服务", "SOAP"),
            new Text("单据交换服务 /services/DocumentExchange?wsdl，银行付款确认服务 /services/BankConfirmation?wsdl；向外则调用伙伴 WSDL 中的一个操作",
                    "Document exchange at /services/DocumentExchange?wsdl, bank confirmation at /services/BankConfirmation?wsdl; outward an operation of the partner's WSDL"),
            List.of(Parameter.number(MAX_BYTES, DEFAULT_MAX_BYTES, new Text("最大字节数", "Largest document in bytes"),
                            new Text("更大的单据以 TOO_LARGE 拒绝", "A larger one is refused with TOO_LARGE")),
                    Parameter.flag(SIGNED, false, new Text("要求签名", "Signature required"),
                            new Text("WS-Security 签名，须覆盖正文和时间戳，使用伙伴页面上的证书", "WS-Security, over body and time stamp, with a certificate of the partner's page"))),
            CallParameters.all(Auth.NONE, List.of(
                    Parameter.url(URL, new Text("服务地址", "Address of the service"), new Text("WSDL 中 port 的地址", "Of the port in the WSDL")).mandatory(),
                    Parameter.url(WSDL, new Text("WSDL 地址", "Address of the WSDL"), new Text("仅用于测试连接，可留空", "For the test of the connection only; may be empty")),
                    Parameter.choice(VERSION, "1.1", List.of("1.1", "1.2"), new Text("SOAP 版本", "SOAP version"), new Text("WSDL 绑定的版本", "Of the binding in the WSDL")),
                    Parameter.text(ACTION, new Text("SOAPAction", "SOAPAction"), new Text("操作的 soapAction，可留空", "Of the operation; may be empty"))
                            .orElse("urn:tradelane:document-exchange:1:SubmitDocument"),
                    Parameter.lines(BODY, new Text("正文", "Body"),
                            new Text("操作的 XML，其中 {document} 为单据本身 (XML)，{base64} 为 Base64 或 MTOM 部分，另有 {messageId} {mediaType} {fileName}",
                                    "XML of the operation, with {document} for the document itself (XML), {base64} for base 64 or the MTOM part, {messageId} {mediaType} {fileName}"))
                            .orElse(USUAL_BODY),
                    Parameter.flag(MTOM, false, new Text("使用 MTOM", "MTOM"), new Text("{base64} 作为附件发送", "Sends {base64} as a part of its own")),
                    Parameter.text(RESULT, new Text("结果元素", "Element of the result"), new Text("答复中的元素名，显示在投递记录中", "Name of an element of the answer; shown in the delivery log")).orElse("receiptId"),
                    Parameter.text(WSS_USER, new Text("WS-Security 用户名", "WS-Security user name"), new Text("UsernameToken，可留空", "UsernameToken; may be empty")),
                    Parameter.text(WSS_PASSWORD, new Text("WS-Security 密码", "WS-Security password"), new Text("UsernameToken 的密码", "Of the UsernameToken")).hidden(),
                    Parameter.flag(SIGN, false, new Text("签名", "Sign"), new Text("WS-Security 签名，覆盖正文和时间戳", "WS-Security signature over body and time stamp")),
                    Parameter.text(ChannelKeys.HUB_KEY, new Text("我方证书别名", "Our certificate"), new Text("用于签名；留空取最新的有效证书", "To sign with; empty: the newest valid one")))));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return direction == Direction.OUTBOUND;
    }
}
