package io.tradelane.routes.outbound;

import io.tradelane.mappings.AcknowledgementTexts;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.routes.inbound.BusinessKeys;
import io.tradelane.routes.inbound.PartnerOverlays;
import io.tradelane.trading.exchange.InterchangeFacts;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.Rendered;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a document in the format agreed with the partner, and reads it back: nothing leaves that we would refuse. */
@Component
class Renderer implements Outbox.Renderer {
    private static final Map<String, String> CHARSETS =
            Map.ofEntries(Map.entry("UNOA", "US-ASCII"), Map.entry("UNOB", "US-ASCII"), Map.entry("UNOC", "ISO-8859-1"),
                    Map.entry("UNOD", "ISO-8859-2"), Map.entry("UNOE", "ISO-8859-5"), Map.entry("UNOF", "ISO-8859-7"),
                    Map.entry("UNOG", "ISO-8859-3"), Map.entry("UNOH", "ISO-8859-4"), Map.entry("UNOI", "ISO-8859-6"),
                    Map.entry("UNOJ", "ISO-8859-8"), Map.entry("UNOK", "ISO-8859-9"), Map.entry("UNOW", "UTF-8"),
                    Map.entry("UNOY", "UTF-8"));

    private static final String USUAL_X12 = "004010";
    private static final String USUAL_DIRECTORY = "D96A";

    private final Translator translator;
    private final Channels channels;
    private final CrossReferences crossReferences;
    private final PartnerOverlays overlays;
    private final Sandboxes sandboxes;
    private final Clock clock;

    Renderer(Translator translator, Channels channels, CrossReferences crossReferences, PartnerOverlays overlays, Sandboxes sandboxes, Clock clock) {
        this.sandboxes = sandboxes;
        this.overlays = overlays;
        this.translator = translator;
        this.channels = channels;
        this.crossReferences = crossReferences;
        this.clock = clock;
    }

    @Override
    public Rendered render(OutboxItem item, Agreement agreement, String controlReference) {
        return render(List.of(item), agreement, controlReference);
    }

    @Override
    public Rendered render(List<OutboxItem> items, Agreement agreement, String controlReference) {
        OutboxItem item = items.getFirst();
        Target target = target(agreement, item.document());
        PartyAddress sender = new PartyAddress(agreement.senderId(), agreement.senderQualifier());
        PartyAddress recipient = new PartyAddress(agreement.receiverId(), agreement.receiverQualifier());
        boolean test = agreement.test() || sandboxes.isTwin(item.to());
        Envelope envelope = new Envelope(
                sender, recipient, controlReference, clock.instant(), firstMessage(target, controlReference, items.size()), test,
                agreement.acknowledgementRequested(), CHARSETS.getOrDefault(agreement.charset(), "UTF-8"), overlays.current());
        List<BusinessDocument> documents = items.stream().map(each -> crossReferences.outbound(each.document(), each.to())).toList();
        byte[] bytes = translator.write(documents, target, envelope);
        InterchangeFacts facts = new InterchangeFacts(
                target.format().name(), syntax(target, bytes), sender.id(), sender.qualifier(), recipient.id(), recipient.qualifier(),
                controlReference, test, agreement.acknowledgementRequested(), false, "[]");
        List<MessageRow> messages = readBack(bytes, items, envelope.overlays());
        String door = agreement.channel() == null
                ? "mailbox"
                : channels.find(agreement.channel()).map(Channel::door).orElse("mailbox");
        return new Rendered(
                bytes,
                target.mediaType(),
                fileName(item, controlReference, target, messages),
                facts,
                agreement.channel(),
                door,
                Transmissions.messageId(item),
                messages);
    }

    /** Of several, each is found by its reference alone, whichever interchange it went in; one has that of its interchange. */
    private static String firstMessage(Target target, String controlReference, int messages) {
        return messages > 1 && target.format() == Format.EDIFACT ? controlReference + "0001" : controlReference;
    }

    /** As agreed; but an acknowledgement of the syntax is in the syntax that it acknowledges. */
    private static Target target(Agreement agreement, BusinessDocument document) {
        Format agreed = Format.valueOf(agreement.format());
        if (document instanceof SyntaxAcknowledgementDocument acknowledgement && (agreed == Format.X12 || agreed == Format.EDIFACT)) {
            Format own = AcknowledgementTexts.isX12(acknowledgement) ? Format.X12 : Format.EDIFACT;
            return own == agreed ? new Target(agreed, agreement.version()) : new Target(own, own == Format.X12 ? USUAL_X12 : USUAL_DIRECTORY);
        }
        return new Target(agreed, agreement.version());
    }

    /** S001 of the UNB that was written: {@code UNOC:3}. */
    private static @Nullable String syntax(Target target, byte[] bytes) {
        if (target.format() != Format.EDIFACT) {
            return null;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 40), StandardCharsets.ISO_8859_1);
        int unb = start.indexOf("UNB+") + 4;
        return start.substring(unb, start.indexOf('+', unb));
    }

    private List<MessageRow> readBack(byte[] bytes, List<OutboxItem> items, Overlays wanted) {
        List<MessageRow> rows = new ArrayList<>();
        try {
            translator.read(new ByteArrayInputStream(bytes), ReadOptions.defaults().withOverlays(wanted.ofRecipients()), 
                    message -> rows.add(row(message, items.get(Math.min(message.index(), items.size() - 1)))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static MessageRow row(MessageResult message, OutboxItem item) {
        message.findings().stream().filter(Finding::isError).findFirst().ifPresent(error -> {
            throw new IllegalStateException("what we wrote is wrong: " + error.message(Locale.ENGLISH) + " in " + error.position());
        });
        return new MessageRow(
                Ids.next(), message.index(), message.reference(), message.type().name(), message.type().version(),
                message.type().association(), item.document(), BusinessKeys.of(item.document()), item.from(),
                MessageStatus.RENDERED, "[]", message.byteStart(), message.byteEnd());
    }

    private static String fileName(OutboxItem item, String controlReference, Target target, List<MessageRow> messages) {
        String type = messages.isEmpty() ? item.type().name() : messages.getFirst().type();
        String number = item.document().number().replaceAll("[^A-Za-z0-9._-]", "_");
        String ending = target.ending();
        String name = type + "_" + number + "_" + controlReference;
        return name.substring(0, Math.min(150, name.length())) + "." + ending;
    }
}
