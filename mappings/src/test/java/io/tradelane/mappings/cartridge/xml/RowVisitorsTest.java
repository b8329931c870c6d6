package io.tradelane.mappings.cartridge.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.w3c.dom.Element;

/** A partner's deviation: visitors of Smooks beside the declaration. */
class RowVisitorsTest {

    static final List<String> SEEN = new ArrayList<>();

    public static class LineVisitor implements BeforeVisitor {
        @Override
        public void visitBefore(Element element, ExecutionContext context) {
            Row order = (Row) context.getBeanContext().getBean("visited");
            SEEN.add(order.text("number") + " " + element.getAttribute("quantity"));
        }
    }

    @Test
    void seeTheRowsOfADocument() throws IOException {
        XmlCartridge cartridge = XmlCartridge.of(List.of("io/tradelane/mappings/cartridge/xml/visited.xml"));
        String text = "<order xmlns='urn:example:visited'><id>7</id><line><quantity>1.50</quantity></line><line/></order>";

        cartridge.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), XmlLimits.defaults(), 10);

        assertThat(SEEN).containsExactly("7 1.50", "7 ");
    }
}
