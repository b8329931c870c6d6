package io.tradelane.portal.invoice;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.invoice.InvoiceSummary;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.order.Company;
import org.springframework.stereotype.Component;

/** How invoices are spoken of, in templates {@code #invoiceWords}. */
@Component("invoiceWords")
class InvoiceWords implements Vocabulary {
    private final Words words;
    private final Formats formats;

    InvoiceWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    public String partner(InvoiceSummary invoice) {
        return partner(invoice.buyer(), invoice.supplier());
    }

    public String partner(InvoiceView invoice) {
        return partner(invoice.buyer(), invoice.supplier());
    }

    private String partner(Company buyer, Company supplier) {
        Caller caller = Caller.current();
        if (caller.isSelf(buyer.id())) {
            return words.name(supplier);
        }
        return caller.isSelf(supplier.id()) ? words.name(buyer) : words.name(supplier) + " → " + words.name(buyer);
    }

    public String difference(InvoiceView.Difference difference) {
        String code = words.of(difference.code());
        return difference.expected() == null
                ? words.text("invoice.differenceAlone", code, formats.value(difference.actual()))
                : words.text("invoice.difference", code, formats.value(difference.actual()), formats.value(difference.expected()));
    }

    /** What a code of the buyer's answer says, and the buyer's own words with it. */
    public String clarification(InvoiceResponseDocument.Clarification said) {
        String meaning = words.textOr("clarification." + said.kind() + "." + said.code(), said.code());
        return said.text() == null ? meaning : meaning + ": " + said.text();
    }

    public String item(InvoiceView.Line line) {
        if (line.description() != null) {
            return line.description();
        }
        String number = line.supplierArticle() != null ? line.supplierArticle() : line.buyerArticle() != null ? line.buyerArticle() : line.gtin();
        return number == null ? "–" : number;
    }
}
