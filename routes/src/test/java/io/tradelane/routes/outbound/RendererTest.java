package io.tradelane.routes.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradelane.mappings.Translator;
import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.routes.inbound.PartnerOverlays;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.exchange.Rendered;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one interchange holds. */
class RendererTest {
    private final CrossReferences crossReferences = mock(CrossReferences.class);
    private final PartnerOverlays overlays = mock(PartnerOverlays.class);
    private final Renderer renderer = new Renderer(Translator.standard(), mock(Channels.class), crossReferences, overlays, mock(Sandboxes.class), Clock.systemUTC());
    private final UUID buyer = Ids.next();
    private final UUID supplier = Ids.next();

    @BeforeEach
    void nothingUnusual() {
        when(overlays.current()).thenReturn(Overlays.NONE);
        when(crossReferences.outbound(any(), any())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    void severalDocumentsAreMessagesOfOneInterchangeInTheirOrder() {
        Rendered rendered = renderer.render(List.of(item("PO-1"), item("PO-2"), item("PO-3")), agreement("EDIFACT", "D96A"), "42");
        String text = new String(rendered.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text.split("UNH\\+", -1)).hasSize(4);
        assertThat(text).contains("UNZ+3+42'");
        assertThat(rendered.messages()).extracting(row -> row.document().number()).containsExactly("PO-1", "PO-2", "PO-3");
        assertThat(rendered.messages()).extracting(MessageRow::reference).containsExactly("420001", "420002", "420003");
    }

    @Test
    void ofX12TheyAreSetsOfOneInterchange() {
        Rendered rendered = renderer.render(List.of(item("PO-1"), item("PO-2")), agreement("X12", "004010"), "7");
        assertThat(rendered.messages()).extracting(row -> row.document().number()).containsExactly("PO-1", "PO-2");
        assertThat(rendered.messages()).extracting(MessageRow::reference).doesNotHaveDuplicates();
        assertThat(new String(rendered.bytes(), StandardCharsets.ISO_8859_1).split("ISA\\*", -1)).hasSize(2);
    }

    @Test
    void oneAloneHasTheReferenceOfItsInterchange() {
        assertThat(renderer.render(item("PO-1"), agreement("EDIFACT", "D96A"), "42").messages()).extracting(MessageRow::reference).containsExactly("42");
    }

    private OutboxItem item(String number) {
        OrderDocument order = new OrderDocument(number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.of(2026, 11, 22), null, "EUR",
                List.of(party(PartyRole.BUYER, "4012345000009"), party(PartyRole.SUPPLIER, "6909876000012")), List.of(), null, null, null,
                List.of(new OrderDocument.Line("1", new Item("04006381333931", null, "A-1", "Bolt"), Quantity.of(10, "PCE"), null, null, null, null, List.of())));
        return new OutboxItem(Ids.next(), buyer, supplier, DocumentType.ORDER, order, number, null, null, OutboxStatus.QUEUED, Ids.next(), null, null, 0, Instant.now());
    }

    private static Party party(PartyRole role, String gln) {
        return new Party(role, List.of(new Party.Identifier(Party.Scheme.GLN, gln)), role.name(), null, null);
    }

    private Agreement agreement(String format, String version) {
        return new Agreement(Ids.next(), buyer, supplier, DocumentType.ORDER, format, version, null, null, false, "4012345000009", "14", "6909876000012", "14", "UNOC", false);
    }
}
