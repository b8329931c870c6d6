package io.tradelane.portal.partner;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** All that is wrong with a channel somebody sends, at once: {@code pointer}, {@code code} and {@code detail} of each. */
final class ChannelProblems {
    private final List<Map<String, String>> found = new ArrayList<>();

    void required(String pointer, @Nullable Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(pointer, "required", "This is needed");
        }
    }

    void name(@Nullable String name) {
        required("name", name);
        if (name != null && name.strip().length() > ChannelCommands.LONGEST_NAME) {
            add("name", "too-long", "Enter at most " + ChannelCommands.LONGEST_NAME + " characters");
        }
    }

    void add(String pointer, String code, String detail) {
        found.add(Map.of("pointer", pointer, "code", code, "detail", detail));
    }

    /** Of the door: {@code parameters.url}, {@code secrets.token}. */
    void settings(ChannelCommands commands, String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        for (Map.Entry<String, Label> problem : commands.problems(door, direction, parameters, secrets).entrySet()) {
            String name = problem.getKey();
            boolean secret = commands.isSecret(door, direction, name) || !parameters.containsKey(name) && secrets.containsKey(name);
            String pointer = commands.door(door).isEmpty() || commands.door(door).orElseThrow().fields(direction).isEmpty() ? name : (secret ? "secrets." : "parameters.") + name;
            add(pointer, "invalid", problem.getValue().en());
        }
    }

    /** @throws Problem 422 if anything was found */
    void check() {
        if (!found.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The channel cannot be like that; see errors.", found);
        }
    }
}
