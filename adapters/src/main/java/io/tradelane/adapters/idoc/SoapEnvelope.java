package io.tradelane.adapters.idoc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** IDoc XML as the body of a SOAP 1.1 message, byte for byte but for the XML declaration. */
final class SoapEnvelope {
    private static final byte[] HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "</soap:Body></soap:Envelope>".getBytes(StandardCharsets.UTF_8);

    private SoapEnvelope() {}

    /** @param document UTF-8, as the hub writes it */
    static byte[] around(byte[] document) {
        int from = declaration(document);
        var out = new ByteArrayOutputStream(document.length + HEAD.length + TAIL.length);
        out.writeBytes(HEAD);
        out.write(document, from, document.length - from);
        out.writeBytes(TAIL);
        return out.toByteArray();
    }

    /** Where what follows the declaration begins. */
    private static int declaration(byte[] document) {
        String head = new String(document, 0, Math.min(200, document.length), StandardCharsets.ISO_8859_1);
        int start = head.indexOf("<?xml");
        return start < 0 ? 0 : head.indexOf("?>") + 2;
    }
}
