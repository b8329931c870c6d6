package io.tradelane.portal.contract;

import io.tradelane.portal.evidence.PdfText;
import io.tradelane.portal.frame.Formats;
import io.tradelane.trading.contract.Clause;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.order.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A version of a contract as people sign it: in Chinese and English on the same pages, with its JSON twin as an attachment. */
@Component
class ContractPaper {
    static final String TWIN = "contract.json";
    private final MessageSource messages;
    private final Formats formats;

    ContractPaper(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    byte[] print(ContractView contract, ContractView.Version version, String twin) {
        try (PdfText text = new PdfText(contract.number() + " " + version.title())) {
            text.heading(version.title());
            text.line(word(contract.type() == ContractType.ORDER ? "ContractType.ORDER" : "ContractType.FRAMEWORK"));
            text.fact(word("contract.number"), contract.number() + (version.amendment() == 0 ? "" : " · " + word("contract.amendment.short", version.amendment())));
            text.fact(word("order.buyer"), company(contract.buyer()));
            text.fact(word("order.supplier"), company(contract.supplier()));
            text.fact(word("contract.days"), version.startsOn() + " – " + (version.endsOn() == null ? word("contract.open") : version.endsOn()));
            text.fact(word("contract.paymentTerms"), Objects.requireNonNullElse(version.paymentTerms(), "–"));
            text.fact(word("contract.deliveryTerms"), Objects.requireNonNullElse(version.deliveryTerms(), "–"));
            text.section(word("contract.lines"));
            version.lines().forEach(line -> line(text, line));
            if (version.total() != null) {
                text.fact(word("contract.total"), version.total().toString());
            }
            int number = 0;
            for (Clause clause : version.texts()) {
                number++;
                text.section(number + ". " + clause.titleZh() + " · " + clause.titleEn());
                clause.textZh().lines().forEach(text::line);
                clause.textEn().lines().forEach(text::line);
            }
            text.section(word("contract.signatures"));
            text.line(word("contract.paper.signed"));
            text.fact(word("contract.sha256"), version.sha256());
            text.attach(TWIN, "application/json", twin.getBytes(StandardCharsets.UTF_8));
            return text.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void line(PdfText text, ContractView.Line line) {
        text.strong(line.lineNumber() + ". " + Stream.of(line.item().description(), line.item().supplierArticle(), line.item().buyerArticle(), line.item().gtin())
                .filter(Objects::nonNull).distinct().reduce((one, other) -> one + " · " + other).orElse(""));
        List<String> parts = new ArrayList<>();
        parts.add(line.quantity() == null ? word("contract.unlimited") : line.quantity().toPlainString() + " " + line.unit());
        parts.add(line.price().amount() + " / " + line.price().basis());
        if (line.amount() != null) {
            parts.add("= " + line.amount());
        }
        if (line.delivery() != null) {
            parts.add(formats.date(line.delivery()));
        }
        text.line(String.join("   ", parts));
    }

    private static String company(Company company) {
        return (company.nameLocal() == null ? "" : company.nameLocal() + " · ") + company.name() + (company.gln() == null ? "" : " · GLN " + company.gln());
    }

    private String word(String key, @Nullable Object... args) {
        String chinese = messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
        String english = messages.getMessage(key, args, Locale.ENGLISH);
        return Objects.equals(chinese, english) ? english : chinese + " " + english;
    }
}
