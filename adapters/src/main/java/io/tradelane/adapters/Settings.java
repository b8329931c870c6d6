package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import java.util.Map;
import java.util.Optional;

/** The values of one channel, defaults filled in from the declaration of its door. */
public final class Settings {
    private final DoorDescription door;
    private final Channel channel;

    private Settings(DoorDescription door, Channel channel) {
        this.door = door;
        this.channel = channel;
    }

    /** @throws IllegalArgumentException naming what is wrong, when the channel does not fit the declaration */
    public static Settings of(DoorDescription door, Channel channel) {
        Map<String, Text> problems = door.problems(channel.direction(), channel.parameters(), channel.secrets());
        if (!problems.isEmpty()) {
            var first = problems.entrySet().iterator().next();
            throw new IllegalArgumentException(channel.name() + ": " + first.getKey() + ": " + first.getValue().en());
        }
        return new Settings(door, channel);
    }

    /** Empty when neither the channel nor the declaration gives a value. */
    public Optional<String> find(String name) {
        Parameter declared = declared(name);
        String value = (declared.secret() ? channel.secrets() : channel.parameters()).get(name);
        return Optional.ofNullable(value == null || value.isBlank() ? declared.defaultValue() : value.strip());
    }

    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(channel.name() + ": " + name + " is not set"));
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public boolean declares(String name) {
        return door.parameters(channel.direction()).stream().anyMatch(p -> p.name().equals(name));
    }

    private Parameter declared(String name) {
        return door.parameters(channel.direction()).stream().filter(p -> p.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Door " + door.door() + " does not declare " + name));
    }
}
