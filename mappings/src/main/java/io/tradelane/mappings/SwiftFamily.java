package io.tradelane.mappings;

import io.tradelane.mappings.payment.swift.SwiftMessages;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.FinReader;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SWIFT FIN messages (MT). */
final class SwiftFamily implements FormatFamily {
    private static final PartyAddress NOBODY = Headers.NOBODY;

    @Override
    public Format format() {
        return Format.SWIFT_MT;
    }

    @Override
    public String title() {
        return "SWIFT MT";
    }

    /** Blocks, or a field :20: at the start of a line; banks write lines of their own before it. */
    @Override
    public boolean recognises(Head head) {
        String start = head.start();
        int at = 0;
        while (at < start.length() && start.charAt(at) <= ' ') {
            at++;
        }
        return start.startsWith("{1:", at) || start.startsWith("{2:", at) || start.startsWith("{4:", at)
                || start.startsWith(":20:", at) || start.contains("\n:20:") || start.contains("\r:20:");
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        Reading reading = new Reading(messages);
        List<Finding> findings = FinReader.read(bytes, options.limits(), reading::message);
        boolean rejected = findings.stream().anyMatch(Finding::isError) && reading.count == 0;
        return new InterchangeResult(Format.SWIFT_MT, reading.first, findings, reading.count, rejected);
    }

    /** One input. */
    private static final class Reading {
        private final SwiftMessages mappings = new SwiftMessages();
        private final Consumer<MessageResult> messages;
        private @Nullable InterchangeHeader first;
        private int count;

        Reading(Consumer<MessageResult> messages) {
            this.messages = messages;
        }

        void message(FinMessage message) {
            String reference = message.value("20");
            InterchangeHeader header = Headers.without(
                    "FIN", address(message.sender()), address(message.recipient()), mappings.time(message), reference);
            first = first == null ? header : first;
            BusinessDocument document = mappings.read(message);
            List<Finding> findings = message.report().findings();
            if (!SwiftMessages.maps(message.type()) && !message.type().isEmpty()) {
                Finding notMapped = Finding.of(FormatError.MESSAGE_NOT_MAPPED, message.fields().getFirst().place(),
                        "MT" + message.type(), SwiftMessages.types());
                findings = Findings.joined(findings, List.of(notMapped));
            }
            String type = message.type().isEmpty() ? "" : "MT" + message.type();
            messages.accept(new MessageResult(header, reference, new MessageType(type, type, null), count++, message.byteStart(),
                    message.byteEnd(), message.report().hasErrors() ? null : document, findings));
        }

        private static PartyAddress address(@Nullable String bic) {
            return bic == null ? NOBODY : new PartyAddress(bic, "BIC");
        }
    }

    @Override
    public List<String> sources(DocumentType type) {
        return SwiftMessages.sources(type).stream().map(name -> "SWIFT " + name).toList();
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        SwiftMessages.targets(type).forEach(name -> targets.add(new Target(Format.SWIFT_MT, name)));
        return targets;
    }

    /** The version is the type of message: MT940 for a statement, MT942 for an interim one. */
    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        StringBuilder text = new StringBuilder();
        for (BusinessDocument document : documents) {
            if (!target.version().isEmpty() && !targets(document.type()).contains(target)) {
                throw new IllegalArgumentException(document.type() + " cannot be written as " + target);
            }
            text.append(SwiftMessages.write(document, target.version(), envelope.sender().id(), envelope.recipient().id()));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("SWIFT MT", SwiftError.values());
    }
}
