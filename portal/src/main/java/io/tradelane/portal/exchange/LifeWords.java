package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.Interchange;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the hops of a document are told, in templates {@code #lifeWords}. */
@Component("lifeWords")
class LifeWords implements Vocabulary {
    private static final int SHOWN = 6;
    private final Words words;
    private final Formats formats;

    LifeWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** {@code AS2 · 1.5 KB · orders.edi · reference 42 · SHA-256 0a1b2c…}. */
    public String bytes(LifeLine.Hop hop) {
        Interchange carrier = hop.interchange();
        List<String> parts = new ArrayList<>();
        if (carrier != null) {
            parts.add(words.textOr("door." + carrier.door(), carrier.door()));
            parts.add(formats.size(carrier.size()));
            if (carrier.fileName() != null) {
                parts.add(carrier.fileName());
            }
            if (carrier.controlReference() != null) {
                parts.add(words.text("timeline.reference", carrier.controlReference()));
            }
            parts.add("SHA-256 " + HexFormat.of().formatHex(carrier.sha256(), 0, Math.min(SHOWN, carrier.sha256().length)) + "…");
        }
        return String.join(" · ", parts);
    }
}
