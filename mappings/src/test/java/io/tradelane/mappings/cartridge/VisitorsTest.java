package io.tradelane.mappings.cartridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.w3c.dom.Element;

/** A partner's deviation: visitors of Smooks beside the declaration. */
class VisitorsTest {

    static final List<String> SEEN = new ArrayList<>();

    public static class LineVisitor implements BeforeVisitor {
        @Override
        public void visitBefore(Element element, ExecutionContext context) {
            SEEN.add("LIN " + element.getAttribute("e1") + " " + element.getAttribute("e3.1"));
        }
    }

    public static class MessageVisitor implements BeforeVisitor {
        @Override
        public void visitBefore(Element element, ExecutionContext context) {
            Row order = (Row) context.getBeanContext().getBean("order");
            SEEN.add(element.getAttribute("type") + " " + order.text("number"));
        }
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void seeTheMessageAndTheSegmentsAskedFor() throws IOException {
        EdifactCartridge cartridge = EdifactCartridge.of(Map.of("ORDERS", List.of("io/tradelane/mappings/cartridge/visited-order.xml")));
        for (int run = 0; run < 2; run++) {
            forget();
            try (InputStream in = getClass().getResourceAsStream("/io/tradelane/mappings/syntax/edifact/valid-order.edi")) {
                cartridge.read(in, Reading.of(Strictness.LENIENT, Limits.defaults()), message -> SEEN.add("done"));
            }
            assertThat(SEEN).containsExactly("ORDERS PO-4711", "LIN 1 4000862141404", "LIN 2 4000862141411", "done");
        }
    }
}
