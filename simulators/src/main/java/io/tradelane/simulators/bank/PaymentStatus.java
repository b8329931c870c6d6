package io.tradelane.simulators.bank;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bank reports of an instruction that it was given: pain.002.001.10 about one pain.001. */
public final class PaymentStatus {

    private PaymentStatus() {}

    /** @param status ISO 20022 external payment transaction status, such as ACSC or RJCT @throws IllegalArgumentException when it is no pain.001 */
    public static byte[] pain002(String messageId, byte[] pain001, String status) {
        String said = new String(pain001, StandardCharsets.UTF_8);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                  <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-03-03T09:00:00+01:00</CreDtTm></GrpHdr>
                  <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                  <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                    <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(messageId, text(said, "MsgId"), text(said, "PmtInfId"), text(said, "EndToEndId"), status).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String document, String element) {
        Matcher found = Pattern.compile("<(?:\\w+:)?" + element + ">([^<]+)</").matcher(document);
        if (!found.find()) {
            throw new IllegalArgumentException("There is no " + element);
        }
        return found.group(1);
    }
}
