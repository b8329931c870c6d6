package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.SharedStock;
import io.tradelane.trading.inventory.StockItemView.Movement;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How stock is spoken of, in templates {@code #stockWords}. */
@Component("stockWords")
class StockWords implements Vocabulary {
    private final Words words;
    private final Formats formats;

    StockWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** {@code +120}, {@code −5}, a dash for no change. */
    public String change(BigDecimal change) {
        return change.signum() == 0 ? "–" : (change.signum() > 0 ? "+" : "\u2212") + formats.number(change.abs());
    }

    public String by(Movement movement) {
        return movement.by().equals("hub") ? words.text("timeline.hub") : movement.by();
    }

    /** As much of it as the supplier shows: {@code 120 PCE}, {@code 50–99 PCE}, {@code In stock}. */
    public String shared(@Nullable SharedStock stock, String unit) {
        if (stock == null) {
            return "–";
        }
        if (stock.mode() == SharedStock.Mode.EXACT) {
            return formats.number(stock.quantity()) + " " + formats.unit(unit);
        }
        if (stock.mode() == SharedStock.Mode.YES_NO || !stock.available()) {
            return words.text(stock.available() ? "stock.there" : "stock.notThere");
        }
        return stock.below() == null ? words.text("stock.atLeast", formats.number(stock.from()), formats.unit(unit))
                : words.text("stock.between", formats.number(stock.from()), formats.number(stock.below()), formats.unit(unit));
    }
}
