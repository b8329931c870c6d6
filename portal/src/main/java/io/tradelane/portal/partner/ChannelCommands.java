package io.tradelane.portal.partner;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue;
import io.tradelane.trading.partner.DoorCatalogue.Declaration;
import io.tradelane.trading.partner.DoorCatalogue.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The doors of this hub, as far as this process knows them: without a catalogue channels can be seen, started and stopped only. */
@Component
class ChannelCommands {
    static final int LONGEST_NAME = 100;
    private static final Label UNKNOWN = new Label("此实例不了解通道", "The doors are not known to this process");
    private final ObjectProvider<DoorCatalogue> catalogue;

    ChannelCommands(ObjectProvider<DoorCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    List<Declaration> doors() {
        DoorCatalogue known = catalogue.getIfAvailable();
        return known == null ? List.of() : known.doors();
    }

    Optional<Declaration> door(String name) {
        return doors().stream().filter(door -> door.door().equals(name)).findFirst();
    }

    /** Whether the connection can be tested. */
    boolean connects(Channel channel) {
        DoorCatalogue known = catalogue.getIfAvailable();
        return known != null && known.connects(channel.door(), channel.direction());
    }

    boolean isSecret(String door, Direction way, String name) {
        return door(door).stream().flatMap(declared -> declared.fields(way).stream()).anyMatch(field -> field.secret() && field.name().equals(name));
    }

    /** Without a catalogue nothing can be checked, so nothing is right. */
    Map<String, Label> problems(String door, Direction way, Map<String, String> parameters, Map<String, String> secrets) {
        DoorCatalogue known = catalogue.getIfAvailable();
        return known == null ? Map.of("door", UNKNOWN) : known.problems(door, way, parameters, secrets);
    }
}
