package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner proposes about one company or place.
 *
 * @param sender who proposes it
 * @param number of the document
 * @param entry as it was sent
 * @param organisation whom it is about; {@code null}: nobody known here
 * @param place only the identifiers are that company's: it is a place of it, or another name
 * @param differences between what is known and what is proposed: now, or when it was decided
 */
public record PartyChange(
        UUID id,
        Part part,
        Status status,
        UUID sender,
        @Nullable UUID receiver,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate validFrom,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Instant proposedAt,
        Entry entry,
        @Nullable UUID organisation,
        boolean place,
        List<PartyDifference> differences,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public enum Part {
        /** Identifiers, name, address, contact; the operator decides. */
        PARTY,
        /** Decided by the finance staff of the company whose account it is, or of the one that was told of it. */
        BANK_ACCOUNT
    }

    public enum Status {
        WAITING,
        ACCEPTED,
        REJECTED
    }

    /**
     * Whether it is for this actor to decide. Data of companies are the operator's matter; an account is that of the company that owns it
     * or was told of it by its owner.
     */
    public boolean isFor(Tenancy.Actor actor) {
        UUID mine = actor.organisation();
        return part == Part.PARTY ? actor.scope() == Tenancy.Scope.OPERATOR
                : actor.scope() == Tenancy.Scope.ORGANISATION && mine != null && (mine.equals(organisation)
                || mine.equals(receiver) && sender.equals(organisation));
    }

    PartyChange about(@Nullable UUID organisation, boolean place, List<PartyDifference> differences) {
        return new PartyChange(id, part, status, sender, receiver, number, issuedOn, validFrom, interchange, message, proposedAt, entry, organisation, place,
                differences, decidedBy, decidedAt, reason);
    }
}
