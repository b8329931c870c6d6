package io.tradelane.mappings;

import io.tradelane.mappings.catalogue.TableCatalogueMapping;
import io.tradelane.mappings.inventory.TableInventoryMapping;
import io.tradelane.mappings.order.TableOrderMapping;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.table.Delimiter;
import io.tradelane.mappings.table.TableContent;
import io.tradelane.mappings.table.TableError;
import io.tradelane.mappings.table.TableOutput;
import io.tradelane.mappings.table.TableReader;
import io.tradelane.mappings.table.TableReport;
import io.tradelane.mappings.table.TableWriter;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.OrderDocument;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tables with a row of headers: CSV or XLSX. */
final class TableFamily implements FormatFamily {
    private static final Set<DocumentType> TYPES = EnumSet.of(DocumentType.ORDER, DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT);

    private final Format format;

    private TableFamily(Format format) {
        this.format = format;
    }

    static TableFamily csv() {
        return new TableFamily(Format.CSV);
    }

    static TableFamily xlsx() {
        return new TableFamily(Format.XLSX);
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public String title() {
        return format.name();
    }

    /** XLSX is a zip; whether it is a workbook, its parts say. CSV is any text with rows of two or more cells, so it is asked last. */
    @Override
    public boolean recognises(Head head) {
        return format == Format.XLSX ? head.first().startsWith("PK\u0003\u0004") : Delimiter.plausible(head.start());
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        TableReport report = new TableReport(options.limits().messageFindings(), options.received());
        Counted counted = new Counted(bytes);
        TableReader.Result table = format == Format.XLSX
                ? TableReader.xlsx(counted, options.limits(), options.tables(format), report)
                : TableReader.csv(counted, options.limits(), options.tables(format), report);
        if (table.type() == null && report.hasErrors()) {
            return new InterchangeResult(format, null, report.findings(), 0, true);
        }
        List<? extends BusinessDocument> documents = table.type() == null ? List.of() : documents(table.type(), table.content());
        List<Finding> findings = report.findings();
        boolean failed = report.refuses() || documents.isEmpty();
        int count = 0;
        InterchangeHeader first = null;
        for (BusinessDocument document : failed ? Collections.<@Nullable BusinessDocument>singletonList(null) : documents) {
            String reference = document == null ? "" : document.number();
            InterchangeHeader header = Headers.without(format.name(), Headers.NOBODY, Headers.NOBODY, null, reference);
            first = first == null ? header : first;
            MessageType type = new MessageType(table.type() == null ? "" : table.type().name(), "", null);
            messages.accept(new MessageResult(
                    header, reference, type, count, 0, counted.count(), document, count++ == 0 ? findings : List.of()));
        }
        return new InterchangeResult(format, first, List.of(), count, false);
    }

    private static List<? extends BusinessDocument> documents(DocumentType type, TableContent content) {
        return switch (type) {
            case ORDER -> TableOrderMapping.read(content);
            case CATALOGUE -> TableCatalogueMapping.read(content);
            case INVENTORY_REPORT -> TableInventoryMapping.read(content);
            default -> List.of();
        };
    }

    @Override
    public List<String> sources(DocumentType type) {
        return TYPES.contains(type) ? List.of(format.name()) : List.of();
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return TYPES.contains(type) ? Set.of(new Target(format, "")) : Set.of();
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        DocumentType type = documents.getFirst().type();
        if (!TYPES.contains(type) || documents.stream().anyMatch(document -> document.type() != type)) {
            throw new IllegalArgumentException("one table holds documents of one type: " + TYPES);
        }
        TableOutput table = switch (type) {
            case ORDER -> TableOrderMapping.write(documents.stream().map(OrderDocument.class::cast).toList());
            case CATALOGUE -> TableCatalogueMapping.write(documents.stream().map(CatalogueDocument.class::cast).toList());
            default -> TableInventoryMapping.write(documents.stream().map(InventoryReportDocument.class::cast).toList());
        };
        return format == Format.XLSX ? TableWriter.xlsx(table, type.name()) : TableWriter.csv(table);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return format == Format.CSV ? Map.of("CSV and XLSX", TableError.values()) : Map.of();
    }

    /** Knows where the input ends. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
