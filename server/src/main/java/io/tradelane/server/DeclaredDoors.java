package io.tradelane.server;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the doors declare, in the words of the pages, which do not know the doors. */
final class DeclaredDoors implements DoorCatalogue {
    private static final Label NO_DOOR = new Label("没有这种接口", "There is no such door");
    private static final Label NOT_THIS_WAY = new Label("此接口不支持这个方向", "This door does not work in this direction");
    private final List<DoorDescription> doors;
    private final List<DoorDeclaration> declarations;

    DeclaredDoors(List<DoorDeclaration> declarations) {
        this.declarations = List.copyOf(declarations);
        doors = declarations.stream().map(DoorDeclaration::description).sorted(Comparator.comparing(DoorDescription::door)).toList();
    }

    @Override
    public List<Declaration> doors() {
        return doors.stream()
                .map(door -> new Declaration(door.door(), label(door.title()), label(door.help()), fields(door.inbound()), fields(door.outbound())))
                .toList();
    }

    @Override
    public Map<String, Label> problems(String name, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        DoorDescription door = doors.stream().filter(known -> known.door().equals(name)).findFirst().orElse(null);
        if (door == null) {
            return Map.of("door", NO_DOOR);
        }
        if (door.parameters(direction).isEmpty()) {
            return Map.of("direction", NOT_THIS_WAY);
        }
        Map<String, Label> problems = new TreeMap<>();
        door.problems(direction, parameters, secrets).forEach((field, problem) -> problems.put(field, label(problem)));
        return problems;
    }

    @Override
    public boolean connects(String door, Direction direction) {
        return declarations.stream().anyMatch(d -> d.description().door().equals(door) && d.connects(direction));
    }

    private static List<Field> fields(List<Parameter> parameters) {
        return parameters.stream()
                .map(p -> new Field(p.name(), label(p.title()), label(p.help()), Kind.valueOf(p.type().name()), p.required(), p.defaultValue(),
                        p.secret(), p.choices()))
                .toList();
    }

    private static Label label(Text text) {
        return new Label(text.zh(), text.en());
    }
}
