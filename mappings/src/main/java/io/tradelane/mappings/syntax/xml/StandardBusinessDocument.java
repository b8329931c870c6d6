package io.tradelane.mappings.syntax.xml;

import io.tradelane.mappings.syntax.PartyAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a Standard Business Document (UN/CEFACT SBDH 1.3), taken out of it, as Peppol and GS1 send it.
 *
 * @param instance DocumentIdentification/InstanceIdentifier
 * @param created CreationDateAndTime as sent
 * @param payloads documents of their own; blanks before each keep its lines and columns
 */
public record StandardBusinessDocument(
        PartyAddress sender, PartyAddress receiver, String instance, @Nullable String created, List<byte[]> payloads) {
    public static final String ROOT = "StandardBusinessDocument";
    private static final String HEADER = "StandardBusinessDocumentHeader";
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"'][^>]*\\?>");
    private static final int LOOK_AHEAD = 300;

    /** @throws XmlRefused if it is not well-formed */
    public static StandardBusinessDocument read(byte[] document, XmlLimits limits) throws IOException, XmlRefused {
        byte[] text = inUtf8(document);
        XmlStream stream = new XmlStream(new ByteArrayInputStream(text), limits, false);
        Map<String, String> fields = new HashMap<>();
        Map<String, String> prefixes = new HashMap<>();
        List<byte[]> payloads = new ArrayList<>();
        int event = stream.next();
        while (event != XmlStream.FINISH) {
            if (event == XmlStream.START && stream.depth() == 1) {
                declared(stream, prefixes);
            }
            if (event == XmlStream.START && stream.depth() == 2 && !stream.name().equals(HEADER)) {
                payloads.add(payload(text, stream, prefixes));
            } else if (event == XmlStream.TEXT && stream.depth() > 2) {
                fields.merge(stream.path(), stream.text(), String::concat);
            } else if (event == XmlStream.START && stream.depth() > 2 && stream.attribute("Authority") != null) {
                fields.put(stream.path() + "/@Authority", String.valueOf(stream.attribute("Authority")));
            }
            event = stream.next();
        }
        String header = "/" + ROOT + "/" + HEADER;
        String identification = header + "/DocumentIdentification/";
        return new StandardBusinessDocument(
                address(fields, header + "/Sender/Identifier"), address(fields, header + "/Receiver/Identifier"),
                fields.getOrDefault(identification + "InstanceIdentifier", "").strip(), fields.get(identification + "CreationDateAndTime"),
                List.copyOf(payloads));
    }

    /** Peppol writes the scheme before the value: {@code 0088:7300010000001}; GS1 names itself as the authority. */
    private static PartyAddress address(Map<String, String> fields, String path) {
        String value = fields.getOrDefault(path, "").strip();
        String authority = fields.getOrDefault(path + "/@Authority", "").strip();
        int colon = value.indexOf(':');
        if (colon == 4) {
            return new PartyAddress(value.substring(colon + 1), value.substring(0, colon));
        }
        return new PartyAddress(value, authority.equalsIgnoreCase("GS1") || authority.equalsIgnoreCase("EAN.UCC") ? "0088" : null);
    }

    private static void declared(XmlStream stream, Map<String, String> prefixes) {
        for (int i = 0; i < stream.declarations(); i++) {
            prefixes.put(stream.declaredPrefix(i), stream.declaredNamespace(i));
        }
    }

    /** The stream is at its end afterwards. */
    private static byte[] payload(byte[] text, XmlStream stream, Map<String, String> outer) throws IOException, XmlRefused {
        Map<String, String> inherited = new HashMap<>(outer);
        for (int i = 0; i < stream.declarations(); i++) {
            inherited.remove(stream.declaredPrefix(i));
        }
        int start = (int) stream.offset();
        int line = stream.line();
        int column = stream.column();
        int name = start + 1 + stream.qualifiedName().getBytes(StandardCharsets.UTF_8).length;
        stream.skip();
        int end = closing(text, (int) stream.offset());
        StringBuilder padding = new StringBuilder("\n".repeat(line - 1)).append(" ".repeat(Math.max(0, column - 1)));
        StringBuilder declarations = new StringBuilder();
        inherited.forEach((prefix, namespace) -> declarations.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"").append(namespace.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")).append('"'));
        String document = padding + new String(text, start, name - start, StandardCharsets.UTF_8) + declarations
                + new String(text, name, end - name, StandardCharsets.UTF_8);
        return document.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the end tag that begins there ends. */
    private static int closing(byte[] text, int start) {
        int end = start;
        while (end < text.length && text[end] != '>') {
            end++;
        }
        return Math.min(text.length, end + 1);
    }

    /** Places are counted in bytes of UTF-8: what is declared otherwise is turned into it, its declaration into blanks. */
    private static byte[] inUtf8(byte[] document) {
        String head = new String(document, 0, Math.min(LOOK_AHEAD, document.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find() || declared.group(1).equalsIgnoreCase("UTF-8") || !Charset.isSupported(declared.group(1))) {
            return document;
        }
        String text = new String(document, Charset.forName(declared.group(1)));
        return (" ".repeat(declared.end()) + text.substring(declared.end())).getBytes(StandardCharsets.UTF_8);
    }
}
