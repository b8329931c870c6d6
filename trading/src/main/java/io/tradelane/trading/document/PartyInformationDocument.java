package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names, addresses and identifiers of companies and places: UN/EDIFACT PARTIN, X12 816, IDoc DEBMAS and CREMAS. A proposal,
 * until a person accepts it.
 */
public record PartyInformationDocument(
        String number, LocalDate issueDate, @Nullable LocalDate validFrom, List<Party> parties, List<Entry> entries)
        implements BusinessDocument {

    /** What is done with one company or place. */
    public enum Action {
        ADD,
        CHANGE,
        DELETE
    }

    /**
     * @param party under the role in which it is described
     * @param partOf the identifier of the company a place belongs to
     * @param bankAccount IBAN or other account number
     */
    public record Entry(
            Action action,
            Party party,
            @Nullable String partOf,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String bankAccount,
            @Nullable String bic) {}

    @Override
    public DocumentType type() {
        return DocumentType.PARTY_INFORMATION;
    }
}
