package io.tradelane.trading.partner;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The doors this hub has and what their channels need; the doors themselves are behind it. */
public interface DoorCatalogue {

    /** In the order to offer them. */
    List<Declaration> doors();

    /**
     * What is wrong with a channel's settings, by name of the field; empty when it can be started. An unknown door, and
     * names that are not declared, are wrong too.
     */
    Map<String, Label> problems(String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets);

    /** Whether a channel of this door and direction connects to the partner, so that the connection can be tested. */
    default boolean connects(String door, Direction direction) {
        return false;
    }

    /**
     * @param door name as in {@link Channel#door}
     * @param inbound fields of a channel that receives; empty if the door cannot
     * @param outbound fields of a channel that sends; empty if the door cannot
     */
    record Declaration(String door, Label title, Label help, List<Field> inbound, List<Field> outbound) {

        public List<Field> fields(Direction direction) {
            return direction == Direction.INBOUND ? inbound : outbound;
        }
    }

    /**
     * @param name key in {@link Channel#parameters}, or in {@link Channel#secrets} if {@code secret}
     * @param choices for {@link Kind#CHOICE}
     */
    record Field(
            String name, Label title, Label help, Kind kind, boolean required, @Nullable String defaultValue, boolean secret, List<String> choices) {}

    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        CHOICE,
        URL,
        FOLDER,
        /** Text of several lines. */
        LINES
    }

    /** A text in both languages. */
    record Label(String zh, String en) {}
}
