package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL Catalogue and {@link CatalogueDocument}. */
public final class UblCatalogueMapping implements UblMapping<CatalogueDocument> {
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:catalogue:3", "urn:fdc:peppol.eu:poacc:bis:catalogue_only:3");

    @Override
    public String name() {
        return "ubl-catalogue";
    }

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    /** A cart from a shop comes in the same dress (Peppol T77) and is no catalogue. */
    @Override
    public boolean reads(Row row) {
        return !String.valueOf(row.text("customization")).contains("punch_out");
    }

    @Override
    public Optional<Profile> profile(CatalogueDocument catalogue) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable CatalogueDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        String currency = row.rows("lines").stream()
                .flatMap(line -> line.rows("prices").stream())
                .map(price -> price.text("priceCurrency"))
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
        return new CatalogueDocument(
                row.text("number"), row.text("version"), row.date("issueDate"), action(row, report), row.date("validFrom"),
                row.date("validTo"), currency, null, parties(row), UblArticles.read(row, currency, report));
    }

    private static Action action(Row row, MappingReport report) {
        String code = row.text("action");
        return switch (code == null ? "" : code) {
            case "", "Replace" -> Action.REPLACE;
            case "Add", "Update", "Delete" -> Action.UPDATE;
            default -> {
                report.add(MappingError.CODE_ASSUMED, row, "action", code, "Update");
                yield Action.UPDATE;
            }
        };
    }

    /** Provider and receiver are supplier and buyer, where no others are named. */
    private static List<Party> parties(Row row) {
        List<Party> parties = new ArrayList<>(UblParties.read(row));
        boolean supplier = parties.stream().anyMatch(party -> party.role() == PartyRole.SUPPLIER);
        boolean buyer = parties.stream().anyMatch(party -> party.role() == PartyRole.BUYER);
        parties.replaceAll(party -> switch (party.role()) {
            case MESSAGE_SENDER -> supplier ? party : as(PartyRole.SUPPLIER, party);
            case MESSAGE_RECIPIENT -> buyer ? party : as(PartyRole.BUYER, party);
            default -> party;
        });
        return List.copyOf(parties);
    }

    private static Party as(PartyRole role, Party party) {
        return new Party(role, party.identifiers(), party.name(), party.address(), party.contact());
    }

    @Override
    public void write(CatalogueDocument catalogue, Row row, boolean peppol) {
        row.set("number", catalogue.number()).set("version", catalogue.version()).set("issueDate", catalogue.issueDate());
        row.set("action", catalogue.action() == Action.REPLACE ? "Replace" : "Update");
        boolean open = peppol && catalogue.validFrom() == null && catalogue.validTo() == null;
        row.set("validFrom", open ? catalogue.issueDate() : catalogue.validFrom()).set("validTo", catalogue.validTo());
        Party supplier = catalogue.party(PartyRole.SUPPLIER).orElse(null);
        Party buyer = catalogue.party(PartyRole.BUYER).orElse(null);
        Party provider = catalogue.party(PartyRole.MESSAGE_SENDER).orElse(null);
        Party receiver = catalogue.party(PartyRole.MESSAGE_RECIPIENT).orElse(null);
        UblParties.write(provider == null ? supplier : provider, PartyRole.MESSAGE_SENDER, Extent.of(peppol, Extent.ADDRESSED), row);
        UblParties.write(receiver == null ? buyer : receiver, PartyRole.MESSAGE_RECIPIENT, Extent.of(peppol, Extent.ADDRESSED), row);
        UblParties.write(provider == null ? null : supplier, PartyRole.SUPPLIER, Extent.NAMED, row);
        UblParties.write(receiver == null ? null : buyer, PartyRole.BUYER, Extent.NAMED, row);
        catalogue.articles().forEach(article -> UblArticles.write(article, row.add("lines")));
    }
}
