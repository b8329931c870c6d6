package io.tradelane.adapters.idoc;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.adapters.calling.CallAnswer;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;

/**
 * What SAP says of IDocs. A port that is reached by tRFC answers with a status of HTTP alone; {@code srt/idoc} names the transaction and the
 * number in its database ({@code IDocAssign}), or a fault; a status of 51 and the like says that the IDoc was kept in error.
 *
 * @param details such as {@code idoc.number}
 * @param refused why it was not taken; empty: it was
 */
record IdocReply(Map<String, String> details, String refused) {
    /** Of an inbound IDoc that cannot be passed on or posted (transaction WE47). */
    private static final Set<String> IN_ERROR = Set.of("51", "56", "60", "61", "63", "65", "66", "67", "68");
    private static final int LONGEST = 200;

    static boolean isXml(byte[] document) {
        for (byte one : document) {
            if (one == '<') {
                return true;
            }
            if (one > ' ') {
                return false;
            }
        }
        return false;
    }

    static IdocReply of(CallAnswer answer) {
        var details = new HashMap<String, String>();
        if (!isXml(answer.body())) {
            return new IdocReply(details, "");
        }
        try {
            return read(StaxUtils.createXMLStreamReader(new ByteArrayInputStream(answer.body())), details);
        } catch (XMLStreamException | RuntimeException noXml) {
            return new IdocReply(details, "");
        }
    }

    private static IdocReply read(XMLStreamReader xml, Map<String, String> details) throws XMLStreamException {
        String name = "";
        String refused = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                name = xml.getLocalName();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                name = "";
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                String text = xml.getText().strip();
                String shown = text.substring(0, Math.min(LONGEST, text.length()));
                switch (name) {
                    case "DbId", "DOCNUM", "IDOCNUMBER" -> details.putIfAbsent("idoc.number", shown);
                    case "TransId", "TID" -> details.putIfAbsent("idoc.transaction", shown);
                    case "faultstring" -> refused = shown;
                    case "STATUS" -> {
                        details.putIfAbsent("idoc.status", shown);
                        refused = IN_ERROR.contains(shown) ? "SAP keeps the IDoc in status " + shown : refused;
                    }
                    case "STATXT", "MESSAGE" -> details.putIfAbsent("idoc.text", shown);
                    default -> {
                        // Nothing to tell.
                    }
                }
            }
        }
        return new IdocReply(details, refused);
    }

    /** @throws TransientFailure when another try may succeed */
    DeliveryReceipt receipt(CallAnswer answer) {
        if (refused.isEmpty()) {
            return answer.receipt(details);
        }
        // A fault comes with HTTP 500 and says that this IDoc is not taken, not that the server is in trouble.
        var all = new HashMap<>(details);
        all.put("http.status", Integer.toString(answer.status()));
        return new DeliveryReceipt.Refused(refused, new Evidence(answer.header("Content-Type").orElse("text/xml"), answer.body(), all));
    }
}
