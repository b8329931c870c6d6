package io.tradelane.portal.evidence;

import io.tradelane.trading.exchange.EvidenceRecords.Chain;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.JournalLink;
import io.tradelane.trading.exchange.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an evidence pack holds, told for a person: the document, its parts with their hashes, and what happened to it. */
@Component
class EvidencePdf {
    private static final int MOST_LINKS = 400;
    static final String PACK = "evidence.zip";
    private final MessageSource messages;

    EvidencePdf(MessageSource messages) {
        this.messages = messages;
    }

    byte[] write(
            Interchange interchange, List<Message> documents, List<Chain> chains, List<EvidencePart> parts, Instant at, String by, Locale locale) {
        try (PdfText text = new PdfText(word("evidence.title", locale))) {
            text.heading(word("evidence.title", locale));
            text.line(word("evidence.made", locale, at.truncatedTo(ChronoUnit.SECONDS), by));
            text.section(word("evidence.document", locale));
            fact(text, "evidence.interchange", interchange.id().toString(), locale);
            fact(text, "evidence.direction", word("Direction." + interchange.direction(), locale), locale);
            fact(text, "document.status", word("InterchangeStatus." + interchange.status(), locale), locale);
            fact(text, "document.reference", interchange.controlReference(), locale);
            fact(text, "envelope.from", interchange.senderId(), locale);
            fact(text, "envelope.to", interchange.recipientId(), locale);
            fact(text, "envelope.transport", interchange.transportMessageId(), locale);
            fact(text, "envelope.received", interchange.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString(), locale);
            fact(text, "envelope.size", Long.toString(interchange.size()), locale);
            fact(text, "evidence.sha256", HexFormat.of().formatHex(interchange.sha256()), locale);
            for (Message message : documents) {
                text.fact(message.type() + " " + message.version(), (message.documentNumber() == null ? message.reference() : message.documentNumber()) + " · "
                        + word("MessageStatus." + message.status(), locale));
            }
            text.section(word("evidence.parts", locale));
            parts.forEach(part -> text.fact(part.path(), part.size() + " · " + part.sha256()));
            text.section(word("evidence.happened", locale));
            happened(text, chains, locale);
            text.section(word("evidence.verify", locale));
            text.line(word("evidence.verify.text", locale));
            text.code("tradelane verify-evidence " + PACK);
            text.code("openssl cms -verify -binary -inform DER -in manifest.json.p7s -content manifest.json -CAfile signer.pem -purpose any");
            return text.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same with the whole pack in it, as an attachment. */
    byte[] attach(byte[] pdf, byte[] pack) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PdfAttachment.add(document, PACK, "application/zip", pack);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void happened(PdfText text, List<Chain> chains, Locale locale) {
        int told = 0;
        for (Chain chain : chains) {
            text.strong(textOr("timeline." + chain.entityType(), chain.entityType(), locale) + " " + chain.entityId());
            for (JournalLink link : chain.links()) {
                if (told++ == MOST_LINKS) {
                    text.line(word("evidence.more", locale));
                    return;
                }
                Instant at = Instant.EPOCH.plus(Long.parseLong(String.valueOf(link.texts().get(14))), ChronoUnit.MICROS);
                text.fact(link.seq() + "  " + at.truncatedTo(ChronoUnit.SECONDS),
                        textOr("timeline." + chain.entityType() + "." + link.texts().get(4), String.valueOf(link.texts().get(4)), locale)
                                + " · " + link.texts().get(6) + " · " + link.hash().substring(0, 16));
            }
        }
    }

    private void fact(PdfText text, String key, @Nullable String value, Locale locale) {
        if (value != null) {
            text.fact(word(key, locale), value);
        }
    }

    private String word(String key, Locale locale, @Nullable Object... args) {
        return String.valueOf(messages.getMessage(key, java.util.Arrays.stream(args).map(String::valueOf).toArray(), key, locale));
    }

    private String textOr(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }
}
