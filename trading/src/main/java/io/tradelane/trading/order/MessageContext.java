package io.tradelane.trading.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document came from.
 *
 * @param interchange the interchange it came in; {@code null} from the browser
 * @param message the message in it
 * @param sender the organisation that sent it, which has to be the one entitled to say what the document says;
 *     {@code null} when the hub itself speaks and nothing is to be checked
 */
public record MessageContext(@Nullable UUID interchange, @Nullable UUID message, @Nullable UUID sender) {

    public static final MessageContext NONE = new MessageContext(null, null, null);

    public boolean speaksFor(UUID organisation) {
        return sender == null || sender.equals(organisation);
    }
}
