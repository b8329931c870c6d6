package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * How an input is read.
 *
 * @param codeLists what a code outside its list is worth where no message type is known
 * @param byType the same for messages of a type
 * @param overlays deviations of partners
 * @param received the day that decides whether an overlay holds, for an interchange that does not say when it was prepared
 */
public record Reading(
        Strictness codeLists, Function<MessageType, Strictness> byType, Limits limits, Overlays overlays, LocalDate received) {

    /** As the standard has it. */
    public static Reading of(Strictness codeLists, Limits limits) {
        return new Reading(codeLists, type -> codeLists, limits, Overlays.NONE, LocalDate.EPOCH);
    }
}
