package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the companies that some entries speak of.
 *
 * @param owners of the identifiers in the entries
 * @param organisations by id
 * @param identifiers of each of them
 */
record KnownParties(Map<PartyIdentifier, UUID> owners, Map<UUID, Organisation> organisations, Map<UUID, Set<PartyIdentifier>> identifiers) {

    /** @param place the entry is about a place of that company */
    record Subject(Organisation organisation, boolean place) {}

    /** Whom an entry is about: the company that has one of its identifiers, else the one that it is a part of. */
    Optional<Subject> subject(Entry entry) {
        UUID whole = partOf(entry).flatMap(identifier -> Stream.ofNullable(owners.get(identifier))).findFirst().orElse(null);
        return Stream.concat(identifiers(entry).stream().flatMap(identifier -> Stream.ofNullable(owners.get(identifier))), Stream.ofNullable(whole))
                .findFirst()
                .map(found -> new Subject(organisations.get(found), found.equals(whole)));
    }

    Set<PartyIdentifier> of(@Nullable Organisation organisation) {
        return organisation == null ? Set.of() : identifiers.getOrDefault(organisation.id(), Set.of());
    }

    /** Those that mean the same company whoever says them. */
    static List<PartyIdentifier> identifiers(Entry entry) {
        return entry.party().identifiers().stream().flatMap(identifier -> PartyIdentifier.of(identifier).stream()).distinct().toList();
    }

    /** All by which a company is looked for. */
    static Stream<PartyIdentifier> asked(Entry entry) {
        return Stream.concat(identifiers(entry).stream(), partOf(entry));
    }

    private static Stream<PartyIdentifier> partOf(Entry entry) {
        return Stream.ofNullable(entry.partOf())
                .map(String::strip)
                .filter(whole -> entry.party().identifiers().stream().noneMatch(own -> own.value().equals(whole)))
                .flatMap(whole -> Stream.of(new PartyIdentifier(PartyIdentifier.GLN, whole), new PartyIdentifier(PartyIdentifier.DUNS, whole)));
    }
}
