package io.tradelane.trading.partner;

import java.util.UUID;

/** What became of a document with data about companies. */
public sealed interface PartyProposal {

    /** @param changes how many wait for a person */
    record Waiting(UUID id, int changes) implements PartyProposal {}

    /** All of it is known. */
    record NothingNew() implements PartyProposal {}

    /** The same document came before. */
    record Repeated(UUID id) implements PartyProposal {}

    /** Another document came before under that number. */
    record OtherContent(UUID id) implements PartyProposal {}
}
