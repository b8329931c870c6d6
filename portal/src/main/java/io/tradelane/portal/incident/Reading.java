package io.tradelane.portal.incident;

import io.tradelane.mappings.FindingsJson;
import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.portal.exchange.RawText;
import io.tradelane.portal.exchange.SenderReading;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Interchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads bytes as the hub would, and keeps nothing. */
@Component
class Reading {
    private final SenderReading options;

    Reading(SenderReading options) {
        this.options = options;
    }

    /**
     * @param findings JSON array as {@code message.findings}
     * @param errors how many of them are errors
     * @param documents in their order, as far as they could be read
     * @param lines the text, cut where segments or lines end
     */
    record Read(String findings, int errors, List<BusinessDocument> documents, List<RawText.Line> lines) {

        Set<DocumentType> types() {
            return documents.stream().map(BusinessDocument::type).collect(Collectors.toSet());
        }

        List<io.tradelane.portal.exchange.Finding> found(Locale locale) {
            return io.tradelane.portal.exchange.Finding.of(findings, locale);
        }
    }

    /** @param of whose sender and day of receipt say how it is read */
    Read read(byte[] bytes, Interchange of) {
        List<Finding> findings = new ArrayList<>();
        List<BusinessDocument> documents = new ArrayList<>();
        ReadOptions how = options.of(of);
        InterchangeResult result;
        try {
            result = Translator.standard().read(new ByteArrayInputStream(bytes), how, message -> {
                findings.addAll(message.findings());
                if (message.document() != null) {
                    documents.add(message.document());
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        findings.addAll(0, result.findings());
        String json = FindingsJson.write(findings);
        int errors = (int) findings.stream().filter(Finding::isError).count();
        return new Read(json, errors, documents, RawText.of(bytes, 0, RawText.ends(result.format().name(), bytes), List.of()).lines());
    }
}
