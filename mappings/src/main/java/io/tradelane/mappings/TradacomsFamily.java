package io.tradelane.mappings;

import io.tradelane.mappings.invoice.TradacomsInvoiceMapping;
import io.tradelane.mappings.invoice.TradacomsInvoiceWriter;
import io.tradelane.mappings.order.TradacomsOrderMapping;
import io.tradelane.mappings.shared.TradacomsFile;
import io.tradelane.mappings.shared.TradacomsOutput;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.tradacoms.TradacomsError;
import io.tradelane.mappings.syntax.tradacoms.TradacomsMessage;
import io.tradelane.mappings.syntax.tradacoms.TradacomsReader;
import io.tradelane.mappings.syntax.tradacoms.TradacomsSegment;
import io.tradelane.mappings.syntax.tradacoms.TradacomsWriter;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** ANA TRADACOMS, as British retailers use it. */
final class TradacomsFamily implements FormatFamily {
    private static final String VERSION = "9";
    /** Characters that tell a file with wrong delimiters. */
    private static final int LOOK = 7;

    @Override
    public Format format() {
        return Format.TRADACOMS;
    }

    @Override
    public String title() {
        return "TRADACOMS";
    }

    @Override
    public boolean recognises(Head head) {
        String first = head.first();
        return first.startsWith("STX=") || first.startsWith("MHD=") || hasWrongDelimiter(first);
    }

    /** Where another sign stands for the equals sign: no other syntax has these tags. */
    private static boolean hasWrongDelimiter(String first) {
        boolean tagged = (first.startsWith("STX") || first.startsWith("MHD")) && first.length() > LOOK && !Character.isLetterOrDigit(first.charAt(3));
        return tagged && (first.startsWith("MHD") ? Character.isDigit(first.charAt(4)) : first.startsWith("ANA", 4));
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        Reading reading = new Reading(messages);
        TradacomsReader.Result result = TradacomsReader.read(bytes, options.limits(), reading::message);
        List<Finding> findings = Findings.joined(reading.service, result.findings());
        boolean rejected = findings.stream().anyMatch(Finding::isError);
        return new InterchangeResult(Format.TRADACOMS, result.header(), findings, reading.count, rejected);
    }

    /** One input. Messages about the file as a whole are not handed over; what is wrong with them is said of the envelope. */
    private static final class Reading {
        private final Consumer<MessageResult> messages;
        private final List<Finding> service = new ArrayList<>();
        private TradacomsFile file = TradacomsFile.NONE;
        private int count;
        private int details;

        Reading(Consumer<MessageResult> messages) {
            this.messages = messages;
        }

        void message(InterchangeHeader header, TradacomsMessage message) {
            if (message.service()) {
                service(message);
                return;
            }
            BusinessDocument document = switch (message.type()) {
                case "ORDERS" -> TradacomsOrderMapping.read(message, file);
                case "INVOIC" -> TradacomsInvoiceMapping.read(message, file);
                default -> null;
            };
            details++;
            List<Finding> findings = message.report().findings();
            if (!message.type().equals("ORDERS") && !message.type().equals("INVOIC")) {
                findings = Findings.joined(findings, List.of(Finding.of(
                        FormatError.MESSAGE_NOT_MAPPED, message.segments().getFirst().place().at(2, 1), message.type(), "ORDERS, INVOIC")));
            }
            messages.accept(new MessageResult(
                    header, message.reference(), new MessageType(message.type(), message.version(), null), count++, message.byteStart(),
                    message.byteEnd(), message.report().hasErrors() ? null : document, findings));
        }

        private void service(TradacomsMessage message) {
            if (message.type().equals("ORDHDR") || message.type().equals("INVFIL")) {
                file = TradacomsFile.of(message);
                details = 0;
            }
            message.segment("OFT").ifPresent(trailer -> counted(trailer, 1, message));
            message.segment("TOT").ifPresent(trailer -> counted(trailer, 6, message));
            service.addAll(message.report().findings());
        }

        private void counted(TradacomsSegment trailer, int element, TradacomsMessage message) {
            String told = trailer.value(element);
            if (!told.isEmpty() && !told.replaceFirst("^0+(?=\\d)", "").equals(Integer.toString(details))) {
                message.report().add(TradacomsError.DETAIL_COUNT_WRONG, trailer.place().at(element, 1), told, Integer.toString(details));
            }
        }
    }

    @Override
    public List<String> sources(DocumentType type) {
        return switch (type) {
            case ORDER -> List.of("TRADACOMS ORDERS");
            case INVOICE -> List.of("TRADACOMS INVOIC");
            default -> List.of();
        };
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return type == DocumentType.ORDER || type == DocumentType.INVOICE ? Set.of(new Target(Format.TRADACOMS, VERSION)) : Set.of();
    }

    /** One file for documents of one type, supplier and customer, which it names once. */
    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        DocumentType type = documents.getFirst().type();
        if (!targets(type).contains(target) || documents.stream().anyMatch(document -> document.type() != type)) {
            throw new IllegalArgumentException("one file holds orders or invoices, written as TRADACOMS " + VERSION);
        }
        boolean orders = type == DocumentType.ORDER;
        LocalDateTime prepared = LocalDateTime.ofInstant(envelope.preparedAt(), ZoneOffset.UTC);
        TradacomsWriter out = new TradacomsWriter();
        out.begin(new String[] {"ANA", "1"}, address(envelope.sender().id()), address(envelope.recipient().id()),
                new String[] {TradacomsOutput.day(prepared.toLocalDate()), DateTimeFormatter.ofPattern("HHmmss").format(prepared)},
                TradacomsOutput.text("STX", envelope.controlReference(), 14), "",
                orders ? envelope.test() ? "ORDTES" : "ORDHDR" : envelope.test() ? "INVTES" : "INVFIL");
        TradacomsOutput.header(out, orders ? "ORDHDR" : "INVFIL", orders ? "0430" : "0700", orders ? "NEW-ORDERS" : "INVOICES",
                documents.getFirst().parties(), prepared.toLocalDate());
        out.endMessage();
        if (orders) {
            documents.forEach(document -> TradacomsOrderMapping.write((OrderDocument) document, out));
            out.message("ORDTLR", 9);
            out.segment("OFT", Integer.toString(documents.size()));
            out.endMessage();
        } else {
            List<InvoiceDocument> invoices = documents.stream().map(InvoiceDocument.class::cast).toList();
            invoices.forEach(invoice -> TradacomsInvoiceWriter.write(invoice, out));
            TradacomsInvoiceWriter.trailers(invoices, out);
        }
        return encoded(out.end());
    }

    private static String[] address(String id) {
        boolean code = id.length() == 13 && id.chars().allMatch(Character::isDigit);
        return code ? new String[] {id} : new String[] {"", TradacomsOutput.text("STX", id, 35)};
    }

    private static byte[] encoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                throw TradacomsOutput.refused("STX", text.substring(i, i + 1), "ISO-8859-1");
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("TRADACOMS", TradacomsError.values());
    }
}
