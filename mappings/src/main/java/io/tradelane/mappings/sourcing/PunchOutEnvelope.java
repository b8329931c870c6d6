package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlStream;
import io.tradelane.mappings.syntax.xml.XmlWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is around a cXML PunchOutSetupRequest: the secret that proves who sends it, which no document carries, and the answer. */
public final class PunchOutEnvelope {
    private static final String SECRET = "/cXML/Header/Sender/Credential/SharedSecret";
    private static final int LONGEST_SECRET = 200;

    private PunchOutEnvelope() {}

    /** Sender/Credential/SharedSecret; empty when there is none, or it is no XML. */
    public static Optional<String> sharedSecret(byte[] request) {
        try {
            XmlStream stream = new XmlStream(new ByteArrayInputStream(request), XmlLimits.ofBytes(request.length + 1L), true);
            StringBuilder secret = new StringBuilder();
            for (int event = stream.next(); event != XmlStream.FINISH; event = stream.next()) {
                if (event == XmlStream.TEXT && stream.path().equals(SECRET)) {
                    secret.append(stream.text());
                } else if (event == XmlStream.END && stream.name().equals("Header")) {
                    break;
                }
            }
            String found = secret.toString().strip();
            return found.isEmpty() || found.length() > LONGEST_SECRET ? Optional.empty() : Optional.of(found);
        } catch (XmlRefused malformed) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * PunchOutSetupResponse, or only its status.
     *
     * @param code cXML status: 200, 400, 401, 403, 450 not implemented, 503
     * @param text one or two words
     * @param detail for people; {@code null} for nothing to say
     * @param startPage where the person begins to shop; {@code null} when refused
     */
    public static byte[] response(String payloadId, OffsetDateTime at, int code, String text, @Nullable String detail, @Nullable String startPage) {
        XmlWriter xml = new XmlWriter(false);
        xml.doctype("cXML", "http://xml.cxml.org/schemas/cXML/1.2.060/cXML.dtd");
        xml.start("cXML");
        xml.attribute("payloadID", payloadId);
        xml.attribute("timestamp", at.toString());
        xml.attribute("xml:lang", "en");
        xml.start("Response");
        xml.start("Status");
        xml.attribute("code", String.valueOf(code));
        xml.attribute("text", text);
        if (detail != null) {
            xml.text(detail);
        }
        xml.end("Status");
        if (startPage != null) {
            xml.start("PunchOutSetupResponse");
            xml.start("StartPage");
            xml.start("URL");
            xml.text(startPage);
            xml.end("URL");
            xml.end("StartPage");
            xml.end("PunchOutSetupResponse");
        }
        xml.end("Response");
        xml.end("cXML");
        return xml.finish();
    }
}
