package io.tradelane.adapters.soap;

import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.Settings;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The payload of a call: the declared XML, its places filled in. @param attachments by content id */
record SoapBody(String xml, Map<String, DataHandler> attachments) {
    private static final String CONTENT_ID = "document@tradelane";

    static SoapBody of(Settings settings, OutboundTransmission transmission) throws IOException {
        byte[] document = transmission.bytes().all();
        boolean mtom = settings.flag(SoapParameters.MTOM);
        String template = settings.text(SoapParameters.BODY);
        String bytes = mtom ? "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:" + CONTENT_ID + "\"/>"
                : template.contains("{base64}") ? Base64.getEncoder().encodeToString(document) : "";
        String xml = template.replace("{messageId}", escaped(transmission.messageId())).replace("{mediaType}", escaped(transmission.mediaType()))
                .replace("{fileName}", escaped(transmission.fileName())).replace("{base64}", bytes).replace("{document}", template.contains("{document}") ? inline(document) : "");
        return new SoapBody(xml, mtom ? Map.of(CONTENT_ID, new DataHandler(new ByteArrayDataSource(document, "application/octet-stream"))) : Map.of());
    }

    /** An XML document without its declaration; UTF-8, as the hub writes it. */
    private static String inline(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8).strip();
        return text.startsWith("<?xml") ? text.substring(text.indexOf("?>") + 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
