package io.tradelane.mappings;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** XML of no family: refused, by its root element or for what is wrong with it. */
final class UnknownXmlFamily implements FormatFamily {

    @Override
    public Format format() {
        return Format.XML;
    }

    @Override
    public String title() {
        return "XML";
    }

    @Override
    public boolean recognises(Head head) {
        return head.first().startsWith("<");
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        XmlReport report = new XmlReport(options.limits().messageFindings());
        try {
            XmlCursor cursor = new XmlCursor(bytes, XmlLimits.of(options.limits()));
            String root = cursor.root();
            String name = cursor.namespace().isEmpty() ? root : root + " (" + cursor.namespace() + ")";
            report.error(XmlError.UNKNOWN_MESSAGE, cursor, cursor.path(), name, null);
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        return new InterchangeResult(Format.XML, null, report.findings(), 0, true);
    }

    @Override
    public boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        MessageTree.xml(bytes, options.limits(), more);
        return true;
    }

    @Override
    public List<String> sources(DocumentType type) {
        return List.of();
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("XML", XmlError.values());
    }
}
