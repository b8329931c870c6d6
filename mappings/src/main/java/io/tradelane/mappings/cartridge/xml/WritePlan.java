package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document declaration compiled for writing.
 *
 * @param namespaces that are declared on the root, by prefix
 * @param systemId of the document type declaration
 */
record WritePlan(Markup.Element root, String namespace, Map<String, String> namespaces, @Nullable String systemId) {
    private static final int FINDINGS = 100;

    byte[] write(Row row, XmlStyle style) {
        XmlWriter writer = new XmlWriter(style.indented());
        XmlReport report = new XmlReport(FINDINGS);
        if (systemId != null) {
            writer.doctype(root.tag(), systemId);
        }
        String own = style.namespace() == null ? namespace : style.namespace();
        root.write(row, new Markup.Output(writer, report), () -> declare(writer, own));
        if (report.hasErrors()) {
            throw new UnwritableException(report.findings());
        }
        return writer.finish();
    }

    private void declare(XmlWriter writer, String own) {
        if (!own.isEmpty()) {
            String prefix = root.name().prefix();
            writer.attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, own);
        }
        namespaces.forEach((prefix, uri) -> {
            if (!prefix.equals(root.name().prefix())) {
                writer.attribute("xmlns:" + prefix, uri);
            }
        });
    }
}
