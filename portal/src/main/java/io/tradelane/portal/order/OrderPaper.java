package io.tradelane.portal.order;

import io.tradelane.portal.evidence.PdfText;
import io.tradelane.portal.frame.Formats;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.order.OrderView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An order on pages of A4, in Chinese and English beside each other, as it stands now. */
@Component
class OrderPaper {
    private static final float[] COLUMNS = {26, 190, -62, -88, 62, -54};
    private final MessageSource messages;
    private final Formats formats;

    OrderPaper(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    byte[] print(OrderView order) {
        try (PdfText text = new PdfText(order.number())) {
            text.heading(word("order.paper") + " " + order.number());
            text.fact(word("order.buyer"), company(order.buyer()));
            text.fact(word("order.supplier"), company(order.supplier()));
            text.fact(word("order.supplierNumber"), text(order.supplierOrderNumber()));
            text.fact(word("order.issuedOn"), order.issuedOn().toString());
            text.fact(word("order.status"), word("Agreement." + order.status().agreement().name()));
            text.fact(word("order.requested"), formats.date(order.requestedDelivery()));
            text.fact(word("order.shipTo"), shipTo(order));
            text.fact(word("order.paymentTerms"), text(order.paymentTerms()));
            text.fact(word("order.note"), text(order.note()));
            text.section(word("order.lines"));
            text.row(List.of("#", word("line.item"), word("line.ordered"), word("line.price"), word("line.delivery"), word("line.amount")), COLUMNS);
            order.lines().forEach(line -> line(text, line));
            text.section(word("order.total") + "   " + order.total());
            text.number(order.number() + " · v" + order.orderVersion());
            return text.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void line(PdfText text, OrderView.Line line) {
        String item = Stream.of(line.description(), line.articleNameZh(), line.supplierArticle(), line.buyerArticle(), line.gtin()).filter(Objects::nonNull).distinct()
                .collect(Collectors.joining(" · "));
        LocalDate day = line.promisedDelivery() != null ? line.promisedDelivery() : line.requestedDelivery();
        var price = line.confirmedPrice() != null ? line.confirmedPrice() : line.price();
        text.row(List.of(line.lineNumber(), item, formats.number(line.confirmed() != null ? line.confirmed() : line.ordered()) + " " + line.unit(),
                price == null ? "–" : price.amount() + " / " + price.basis(), formats.date(day), formats.number(line.amount().amount())), COLUMNS);
    }

    private static String shipTo(OrderView order) {
        return order.parties().stream().filter(party -> party.role() == PartyRole.SHIP_TO).findFirst().map(party -> Stream.concat(Stream.of(party.name()),
                party.address() == null ? Stream.<String>empty() : Stream.concat(party.address().lines().stream(), Stream.of(party.address().postcode(), party.address().city(), party.address().country())))
                .filter(Objects::nonNull).collect(Collectors.joining(", "))).orElse("–");
    }

    private static String company(Company company) {
        return (company.nameLocal() == null ? "" : company.nameLocal() + " · ") + company.name() + (company.gln() == null ? "" : " · GLN " + company.gln());
    }

    private static String text(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private String word(String key) {
        String chinese = messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
        String english = messages.getMessage(key, null, Locale.ENGLISH);
        return chinese.equals(english) ? english : chinese + " " + english;
    }
}
