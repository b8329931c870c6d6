package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.HeldPrices;
import io.tradelane.trading.catalogue.HeldPrices.HeldPrice;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A price that was promised for a line takes the place of the agreed one, as long as it counts and is for the article ordered. */
@Component
class QuotedPrices {
    private final HeldPrices prices;

    QuotedPrices(HeldPrices prices) {
        this.prices = prices;
    }

    List<Resolution> of(OrderDocument document, Parties parties, List<Resolution> known) {
        Set<String> named = document.lines().stream().flatMap(line -> quotation(line).stream()).collect(Collectors.toSet());
        Map<String, HeldPrice> held = prices.counting(parties.buyer(), parties.supplier(), named);
        if (held.isEmpty()) {
            return known;
        }
        List<Resolution> resolutions = new ArrayList<>(known);
        for (int i = 0; i < known.size(); i++) {
            Resolution one = known.get(i);
            HeldPrice promised = quotation(document.lines().get(i)).map(held::get).orElse(null);
            if (promised != null && one.article() != null && one.article().id().equals(promised.article())) {
                resolutions.set(i, new Resolution(one.article(), promised.price(), one.buyerArticle(), one.conflict()));
            }
        }
        return resolutions;
    }

    private static Optional<String> quotation(OrderDocument.Line line) {
        return line.references().stream().filter(reference -> reference.kind() == Reference.Kind.QUOTATION).map(Reference::number).findFirst();
    }
}
