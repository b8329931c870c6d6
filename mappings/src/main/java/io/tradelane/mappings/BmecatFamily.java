package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.XmlStyle;
import io.tradelane.mappings.catalogue.BmecatCatalogueMapping;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DocumentType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** BMEcat 1.2, 2005 and its later releases, with or without a namespace. */
final class BmecatFamily extends XmlFamily {
    private static final String NAMESPACE = "http://www.bmecat.org/bmecat/";
    private static final List<String> WRITTEN = List.of("2005", "1.2");

    BmecatFamily() {
        super(() -> List.of(
                new BmecatCatalogueMapping(BmecatCatalogueMapping.ANY), new BmecatCatalogueMapping(BmecatCatalogueMapping.NEW_CATALOG)));
    }

    @Override
    public Format format() {
        return Format.BMECAT;
    }

    @Override
    public String title() {
        return "BMEcat";
    }

    @Override
    boolean owns(XmlRoot root) {
        return root.name().equals("BMECAT");
    }

    /** The version is that of the root's attribute, else of its namespace. */
    @Override
    MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row) {
        String transaction = row == null ? null : BmecatCatalogueMapping.transaction(row);
        String name = transaction != null ? transaction : BmecatCatalogueMapping.NEW_CATALOG.equals(declared) ? "T_NEW_CATALOG" : root.name();
        String stated = row == null ? null : row.text("format");
        return new MessageType(name, stated == null ? version(root.namespace()) : stated, null);
    }

    private static String version(String namespace) {
        if (!namespace.startsWith(NAMESPACE)) {
            return "";
        }
        String rest = namespace.substring(NAMESPACE.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    @Override
    @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings) {
        return document instanceof CatalogueDocument && WRITTEN.contains(target.version()) ? mappings.getFirst() : null;
    }

    @Override
    void complete(Row row, BusinessDocument document, Target target, Envelope envelope) {
        row.set("format", target.version());
        BmecatCatalogueMapping.complete(
                (CatalogueDocument) document, row, target.version().equals("1.2"),
                BmecatParties.identifier(envelope.sender()), BmecatParties.identifier(envelope.recipient()));
    }

    /** In 1.2 every transaction has a namespace of its own: {@code …/1.2/bmecat_new_catalog}. */
    @Override
    XmlStyle style(BusinessDocument document, Target target) {
        String transaction = switch (((CatalogueDocument) document).action()) {
            case REPLACE -> "new_catalog";
            case UPDATE -> "update_products";
            case UPDATE_PRICES -> "update_prices";
        };
        String version = target.version().toLowerCase(Locale.ROOT);
        return new XmlStyle(true, NAMESPACE + version + (version.equals("1.2") ? "/bmecat_" + transaction : ""));
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        if (type == DocumentType.CATALOGUE) {
            WRITTEN.forEach(version -> targets.add(new Target(Format.BMECAT, version)));
        }
        return targets;
    }

    @Override
    public String usualVersion() {
        return WRITTEN.getFirst();
    }

    @Override
    public List<String> sources(DocumentType type) {
        return type == DocumentType.CATALOGUE ? List.of("BMEcat T_NEW_CATALOG, T_UPDATE_PRODUCTS, T_UPDATE_PRICES") : List.of();
    }
}
