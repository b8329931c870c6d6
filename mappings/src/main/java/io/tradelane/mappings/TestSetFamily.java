package io.tradelane.mappings;

import io.tradelane.mappings.rules.TestSet;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Test sets of Peppol's rules: each block is a message, valid when its assertions are met; none is a document to be processed. */
final class TestSetFamily implements FormatFamily {

    @Override
    public Format format() {
        return Format.XML;
    }

    @Override
    public String title() {
        return "Peppol test set";
    }

    @Override
    public boolean recognises(Head head) {
        return head.root().filter(root -> root.name().equals(TestSet.ROOT) && root.namespace().equals(TestSet.NAMESPACE)).isPresent();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        try {
            TestSet set = TestSet.read(bytes, XmlLimits.of(options.limits()));
            InterchangeHeader header = Headers.without("XML", Headers.NOBODY, Headers.NOBODY, null, set.configuration());
            int index = 0;
            for (TestSet.Block block : set.blocks()) {
                MessageType type = new MessageType(TestSet.ROOT, set.configuration(), block.root());
                messages.accept(new MessageResult(header, Integer.toString(index + 1), type, index++, 0, 0, null, set.check(block)));
            }
            return new InterchangeResult(Format.XML, header, List.of(), index, false);
        } catch (XmlRefused refused) {
            XmlReport report = new XmlReport(options.limits().messageFindings());
            report.refused(refused);
            return new InterchangeResult(Format.XML, null, report.findings(), 0, true);
        }
    }

    @Override
    public List<String> sources(DocumentType type) {
        return List.of();
    }
}
