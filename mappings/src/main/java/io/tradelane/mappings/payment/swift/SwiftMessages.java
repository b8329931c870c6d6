package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentInstructionDocument;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages known here, each with its mapping; one for each input. */
public final class SwiftMessages {
    private static final List<String> STATEMENTS = List.of("MT940", "MT942", "MT950", "MT941");
    private static final List<String> NOTICES = List.of("MT910", "MT900", "MT103");
    private static final List<String> INSTRUCTIONS = List.of("MT101");

    private final SwiftStatementMapping statements = new SwiftStatementMapping();

    /** {@code null} for a type without mapping, and when the message's report says why there is no document. */
    public @Nullable BusinessDocument read(FinMessage message) {
        return switch (message.type()) {
            case "940", "941", "942", "950" -> statements.read(message);
            case "900", "910", "103" -> SwiftNoticeMapping.read(message);
            case "101" -> SwiftInstructionMapping.read(message);
            default -> null;
        };
    }

    public static boolean maps(String type) {
        String name = "MT" + type;
        return STATEMENTS.contains(name) || NOTICES.contains(name) || INSTRUCTIONS.contains(name);
    }

    public static String types() {
        return String.join(", ", STATEMENTS) + ", " + String.join(", ", NOTICES) + ", " + String.join(", ", INSTRUCTIONS);
    }

    public static List<String> sources(DocumentType type) {
        return switch (type) {
            case BANK_STATEMENT -> STATEMENTS;
            case PAYMENT_NOTIFICATION -> NOTICES;
            case PAYMENT_INSTRUCTION -> INSTRUCTIONS;
            default -> List.of();
        };
    }

    public static List<String> targets(DocumentType type) {
        return switch (type) {
            case BANK_STATEMENT -> STATEMENTS.subList(0, 2);
            case PAYMENT_INSTRUCTION -> INSTRUCTIONS;
            default -> List.of();
        };
    }

    /**
     * @param name one of {@link #targets}, or empty for the one that goes with the document
     * @param sender BIC; without one on both sides the message has no blocks
     * @throws io.tradelane.mappings.cartridge.UnwritableException if a value cannot be expressed
     */
    public static String write(BusinessDocument document, String name, String sender, String recipient) {
        return switch (document) {
            case BankStatementDocument statement -> new SwiftStatementWriter(name, sender, recipient).write(statement);
            case PaymentInstructionDocument instruction -> SwiftInstructionWriter.write(instruction, sender, recipient);
            default -> throw new IllegalArgumentException(document.type() + " cannot be written as SWIFT MT");
        };
    }

    /** When the message was made, where it says so. */
    public @Nullable OffsetDateTime time(FinMessage message) {
        return message.field("13D").isEmpty() ? null
                : Created.of(message.field("13D").get(), new SwiftValues(new SwiftReport(0))).at();
    }
}
