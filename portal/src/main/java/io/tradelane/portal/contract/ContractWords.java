package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.contract.Clause;
import io.tradelane.trading.contract.ContractSummary;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.order.Company;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How contracts are told, in templates {@code #contractWords}. */
@Component("contractWords")
class ContractWords implements Vocabulary {
    private final Words words;
    private final Formats formats;

    ContractWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** @param before {@code null}: added @param after {@code null}: taken out */
    public record Change(String what, @Nullable String before, @Nullable String after) {}

    public String other(ContractSummary contract, Caller caller) {
        return caller.isOperator() ? words.name(contract.buyer()) + " / " + words.name(contract.supplier())
                : words.name(caller.isSelf(contract.buyer().id()) ? contract.supplier() : contract.buyer());
    }

    public String company(ContractView contract, UUID organisation) {
        Company company = contract.buyer().id().equals(organisation) ? contract.buyer() : contract.supplier();
        return words.name(company);
    }

    public String title(Clause clause) {
        return words.chinese() ? clause.titleZh() : clause.titleEn();
    }

    public String text(Clause clause) {
        return words.chinese() ? clause.textZh() : clause.textEn();
    }

    public String item(ContractView.Line line) {
        return Stream.of(line.item().description(), line.item().supplierArticle(), line.item().buyerArticle(), line.item().gtin()).filter(Objects::nonNull)
                .findFirst().orElse("–");
    }

    public String numbers(ContractView.Line line) {
        return Stream.of(line.item().supplierArticle(), line.item().buyerArticle(), line.item().gtin()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    public String days(ContractView.Version version) {
        return version.startsOn() + " – " + (version.endsOn() == null ? words.text("contract.open") : version.endsOn());
    }

    /** What a version says otherwise than the one before it that the caller may see. */
    public List<Change> changes(ContractView contract, ContractView.Version version) {
        ContractView.Version before = contract.before(version);
        if (before == null) {
            return List.of();
        }
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(version);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        names.stream().filter(name -> !Objects.equals(old.get(name), now.get(name))).forEach(name -> changes.add(new Change(name, old.get(name), now.get(name))));
        return changes;
    }

    private Map<String, String> flat(ContractView.Version version) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put(words.text("contract.titleField"), version.title());
        flat.put(words.text("contract.days"), days(version));
        flat.put(words.text("contract.signBy"), formats.date(version.signBy()));
        flat.put(words.text("contract.paymentTerms"), Objects.requireNonNullElse(version.paymentTerms(), "–"));
        flat.put(words.text("contract.deliveryTerms"), Objects.requireNonNullElse(version.deliveryTerms(), "–"));
        version.params().forEach((name, value) -> flat.put(words.textOr("contract.variable." + name, name), value));
        version.lines().forEach(line -> flat.put(words.text("contract.ofLine", line.lineNumber()), item(line) + " · "
                + (line.quantity() == null ? words.text("contract.unlimited") : formats.number(line.quantity()) + " " + formats.unit(line.unit())) + " · "
                + formats.price(line.price()) + (line.delivery() == null ? "" : " · " + formats.date(line.delivery()))));
        version.clauses().forEach(clause -> flat.put(words.of(clause.kind()) + ": " + title(clause), clause.textZh() + "\n" + clause.textEn()));
        return flat;
    }
}
