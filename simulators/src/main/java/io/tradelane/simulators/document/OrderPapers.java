package io.tradelane.simulators.document;

import static io.tradelane.simulators.document.PartnerInterchange.day;
import static io.tradelane.simulators.document.PartnerInterchange.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The papers of one order as the two companies' systems write them: ORDERS from the buyer; ORDRSP, DESADV and INVOIC from the supplier.
 *
 * @param directory {@code 96A} or {@code 01B}
 * @param currency ISO 4217
 */
public record OrderPapers(String buyerGln, String supplierGln, String orderNumber, LocalDate date, LocalDate delivery, String currency,
        String directory, List<OrderLine> lines) {

    public PartnerInterchange orders(String reference) {
        var segments = head("220", orderNumber);
        segments.add("DTM+2:" + day(delivery) + ":102");
        parties(segments);
        segments.add("CUX+2:" + currency + ":9");
        for (OrderLine line : lines) {
            segments.add("LIN+" + line.number() + "++" + line.gtin() + ":" + gtinCode());
            segments.add("PIA+1+" + text(line.buyerArticle()) + ":IN");
            segments.add("IMD+F++:::" + text(line.description()));
            segments.add("QTY+21:" + line.quantity().toPlainString() + ":" + line.unit());
            segments.add("PRI+AAA:" + line.price().toPlainString());
        }
        segments.add("UNS+S");
        segments.add("CNT+2:" + lines.size());
        return fromBuyer("ORDERS", reference, segments);
    }

    /** Accepts all lines as ordered. */
    public PartnerInterchange ordrsp(String reference, String responseNumber) {
        var segments = head("231", responseNumber);
        segments.add("RFF+ON:" + text(orderNumber));
        parties(segments);
        segments.add("CUX+2:" + currency + ":9");
        for (OrderLine line : lines) {
            segments.add("LIN+" + line.number() + "+5+" + line.gtin() + ":" + gtinCode());
            segments.add("QTY+21:" + line.quantity().toPlainString() + ":" + line.unit());
            segments.add("DTM+2:" + day(delivery) + ":102");
        }
        segments.add("UNS+S");
        return fromSupplier("ORDRSP", reference, segments);
    }

    /** @param ssccs one package for each line, 18 digits each */
    public PartnerInterchange desadv(String reference, String despatchNumber, List<String> ssccs) {
        var segments = head("351", despatchNumber);
        segments.add("DTM+17:" + day(delivery) + ":102");
        segments.add("RFF+ON:" + text(orderNumber));
        parties(segments);
        segments.add("CPS+1");
        segments.add("PAC+" + lines.size() + "++201");
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            segments.add("CPS+" + (i + 2) + "+1");
            segments.add("PAC+1++201");
            segments.add("PCI+33E");
            segments.add("GIN+BJ+" + ssccs.get(i));
            segments.add("LIN+" + line.number() + "++" + line.gtin() + ":" + gtinCode());
            segments.add("QTY+12:" + line.quantity().toPlainString() + ":" + line.unit());
            segments.add("RFF+ON:" + text(orderNumber) + ":" + line.number());
        }
        return fromSupplier("DESADV", reference, segments);
    }

    /** Without tax, since both sides are in different countries. */
    public PartnerInterchange invoic(String reference, String invoiceNumber, String despatchNumber, String creditorReference,
            String supplierAccount, LocalDate due) {
        var segments = head("380", invoiceNumber);
        segments.add("RFF+ON:" + text(orderNumber));
        segments.add("RFF+AAK:" + text(despatchNumber));
        segments.add("RFF+PQ:" + creditorReference);
        parties(segments);
        segments.add("FII+RB+" + supplierAccount);
        segments.add("CUX+2:" + currency + ":4");
        segments.add("PAT+1");
        segments.add("DTM+13:" + day(due) + ":102");
        BigDecimal total = BigDecimal.ZERO;
        for (OrderLine line : lines) {
            segments.add("LIN+" + line.number() + "++" + line.gtin() + ":" + gtinCode());
            segments.add("QTY+47:" + line.quantity().toPlainString() + ":" + line.unit());
            segments.add("MOA+203:" + line.amount().toPlainString());
            segments.add("PRI+AAA:" + line.price().toPlainString());
            segments.add("RFF+ON:" + text(orderNumber) + ":" + line.number());
            segments.add("TAX+7+VAT+++:::0+Z");
            total = total.add(line.amount());
        }
        segments.add("UNS+S");
        for (String code : List.of("79", "125")) {
            segments.add("MOA+" + code + ":" + total.toPlainString());
        }
        segments.add("MOA+176:0.00");
        segments.add("MOA+77:" + total.toPlainString());
        segments.add("TAX+7+VAT+++:::0+Z");
        segments.add("MOA+125:" + total.toPlainString());
        segments.add("MOA+124:0.00");
        return fromSupplier("INVOIC", reference, segments);
    }

    private List<String> head(String documentCode, String number) {
        return new ArrayList<>(List.of("BGM+" + documentCode + "+" + text(number) + (documentCode.equals("231") ? "+29" : "+9"),
                "DTM+137:" + day(date) + ":102"));
    }

    private void parties(List<String> segments) {
        segments.add("NAD+BY+" + buyerGln + "::9");
        segments.add("NAD+SU+" + supplierGln + "::9");
        segments.add("NAD+DP+" + buyerGln + "::9");
    }

    /** Item number type, data element 7143: SRV replaced EN after D.96A. */
    private String gtinCode() {
        return directory.equals("96A") ? "EN" : "SRV";
    }

    private PartnerInterchange fromBuyer(String type, String reference, List<String> segments) {
        return new PartnerInterchange(buyerGln, supplierGln, reference, date, type + ":D:" + directory + ":UN", segments);
    }

    private PartnerInterchange fromSupplier(String type, String reference, List<String> segments) {
        return new PartnerInterchange(supplierGln, buyerGln, reference, date, type + ":D:" + directory + ":UN", segments);
    }
}
