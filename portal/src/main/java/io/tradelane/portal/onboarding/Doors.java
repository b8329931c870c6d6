package io.tradelane.portal.onboarding;

import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue;
import io.tradelane.trading.partner.DoorCatalogue.Declaration;
import io.tradelane.trading.partner.DoorCatalogue.Field;
import io.tradelane.trading.partner.DoorCatalogue.Kind;
import io.tradelane.trading.partner.DoorCatalogue.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The doors that a partner may set up by itself: not those that reach into the hub's own machine. */
@Component
class Doors {
    private static final String PREFIX = "p-";
    private static final Set<String> OURS = Set.of("folder", "jms");
    private final ObjectProvider<DoorCatalogue> catalogue;

    Doors(ObjectProvider<DoorCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    List<Declaration> all() {
        DoorCatalogue known = catalogue.getIfAvailable();
        return known == null ? List.of() : known.doors().stream().filter(door -> !OURS.contains(door.door())).toList();
    }

    Optional<Declaration> find(String name) {
        return all().stream().filter(door -> door.door().equals(name)).findFirst();
    }

    Map<String, Label> problems(String door, Direction way, Map<String, String> parameters, Map<String, String> secrets) {
        return catalogue.getObject().problems(door, way, parameters, secrets);
    }

    /** What was typed, or stands there before anybody typed, by the names of the form. */
    static Map<String, String> initial(List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(PREFIX + field.name(), field.defaultValue() == null ? "" : field.defaultValue()));
        return values;
    }

    static Map<String, String> typed(List<Field> fields, Map<String, String> typed, boolean secret) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = typed.getOrDefault(PREFIX + field.name(), field.kind() == Kind.FLAG ? "false" : "").strip();
            if (field.secret() == secret && !value.isEmpty()) {
                values.put(field.name(), value);
            }
        }
        return values;
    }
}
