package io.tradelane.mappings.partner;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Partners;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.CheckDigit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IDoc DEBMAS (customers) and CREMAS (vendors). A GLN is cut into BBBNR, BBSNR and its check digit BUBKZ; the document's number is
 * that of the IDoc.
 */
public final class IdocPartnerMapping implements IdocMapping<PartyInformationDocument> {
    private static final String[] LINES = {"STRAS", "ORT02"};

    private final boolean customers;
    private final String master;
    private final String number;
    private final String bank;

    private IdocPartnerMapping(boolean customers) {
        this.customers = customers;
        this.master = customers ? "E1KNA1M" : "E1LFA1M";
        this.number = customers ? "KUNNR" : "LIFNR";
        this.bank = customers ? "E1KNBKM" : "E1LFBKM";
    }

    public static IdocPartnerMapping ofCustomers() {
        return new IdocPartnerMapping(true);
    }

    public static IdocPartnerMapping ofVendors() {
        return new IdocPartnerMapping(false);
    }

    @Override
    public DocumentType type() {
        return DocumentType.PARTY_INFORMATION;
    }

    @Override
    public String messageType() {
        return customers ? "DEBMAS" : "CREMAS";
    }

    @Override
    public List<String> basicTypes() {
        return List.of(customers ? "DEBMAS06" : "CREMAS05");
    }

    @Override
    public @Nullable PartyInformationDocument read(Idoc idoc) {
        List<Entry> entries = new ArrayList<>();
        for (IdocSegment segment : idoc.segments(master)) {
            entries.add(entry(segment));
        }
        if (entries.isEmpty()) {
            return null;
        }
        IdocSegment first = idoc.segments(master).getFirst();
        String own = idoc.number().isEmpty() ? Values.number(first.key(number), idoc, first, number) : idoc.number();
        LocalDate sent = Values.sent(idoc);
        return own == null ? null : new PartyInformationDocument(own, sent, null, List.of(), List.copyOf(entries));
    }

    private Entry entry(IdocSegment segment) {
        List<Identifier> identifiers = new ArrayList<>();
        String gln = segment.value("BBBNR") + segment.value("BBSNR") + segment.value("BUBKZ");
        if (CheckDigit.isGln(gln) && !gln.startsWith("0000000")) {
            identifiers.add(new Identifier(Scheme.GLN, gln));
        }
        if (segment.has(number)) {
            identifiers.add(new Identifier(customers ? Scheme.SUPPLIER_ASSIGNED : Scheme.BUYER_ASSIGNED, String.valueOf(segment.key(number))));
        }
        if (segment.has("STCEG")) {
            identifiers.add(new Identifier(Scheme.VAT, segment.value("STCEG")));
        }
        IdocSegment contact = segment.child("E1KNVKM");
        Party party = new Party(
                customers ? PartyRole.BUYER : PartyRole.SUPPLIER, List.copyOf(identifiers), Partners.joined(segment), Partners.address(segment),
                contact == null ? null : contact.text("NAME1"));
        IdocSegment account = segment.child(bank);
        String key = account == null ? null : account.text("BANKL");
        return new Entry(
                action(segment), party, segment.text("KONZS"), segment.text("TELF1"), null, account == null ? null : account.text("BANKN"),
                key != null && bic(key) ? key : null);
    }

    private static boolean bic(String key) {
        return (key.length() == 8 || key.length() == 11) && key.chars().limit(6).allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static Action action(IdocSegment segment) {
        boolean deleted = segment.value("LOEVM").equals("X") || segment.value("MSGFN").equals("003");
        return deleted ? Action.DELETE : segment.value("MSGFN").equals("009") ? Action.ADD : Action.CHANGE;
    }

    @Override
    public void write(PartyInformationDocument information, IdocSegment root) {
        for (Entry entry : information.entries()) {
            Party party = entry.party();
            boolean vendor = party.role() == PartyRole.SUPPLIER;
            if (vendor == customers) {
                throw new IdocUnwritable(master, number, party.role().name(), customers ? "customers" : "vendors");
            }
            IdocSegment segment = root.append(master).set("MSGFN", code(entry.action()))
                    .set(number, party.identifier(customers ? Scheme.SUPPLIER_ASSIGNED : Scheme.BUYER_ASSIGNED).orElse(null))
                    .set("LOEVM", entry.action() == Action.DELETE ? "X" : null).set("KONZS", entry.partOf()).set("TELF1", entry.phone())
                    .set("STCEG", party.identifier(Scheme.VAT).orElse(null));
            party.identifier(Scheme.GLN).filter(CheckDigit::isGln).ifPresent(gln ->
                    segment.set("BBBNR", gln.substring(0, 7)).set("BBSNR", gln.substring(7, 12)).set("BUBKZ", gln.substring(12)));
            Partners.split(party.name(), segment, 35);
            Partners.write(party.address(), segment, LINES);
            if (party.contact() != null && customers) {
                segment.append("E1KNVKM").set("NAME1", party.contact());
            }
            if (entry.bankAccount() != null || entry.bic() != null) {
                segment.append(bank).set("BANKN", entry.bankAccount()).set("BANKL", entry.bic());
            }
        }
    }

    private static String code(Action action) {
        return switch (action) {
            case ADD -> "009";
            case CHANGE -> "004";
            case DELETE -> "003";
        };
    }
}
