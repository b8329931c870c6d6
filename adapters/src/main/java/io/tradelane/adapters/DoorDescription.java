package io.tradelane.adapters;

import io.tradelane.trading.partner.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a door is called and which parameters its channels have.
 *
 * @param door name as in {@code Channel.door} and in the names of its route templates
 */
public record DoorDescription(String door, Text title, Text help, List<Parameter> inbound, List<Parameter> outbound) {

    public DoorDescription {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    public List<Parameter> parameters(Direction direction) {
        return direction == Direction.INBOUND ? inbound : outbound;
    }

    /** What is wrong, by name of the parameter; empty when the channel can be started. Unknown names are reported too. */
    public Map<String, Text> problems(Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        var problems = new LinkedHashMap<String, Text>();
        for (Parameter parameter : parameters(direction)) {
            String value = (parameter.secret() ? secrets : parameters).get(parameter.name());
            parameter.problemWith(value).ifPresent(problem -> problems.put(parameter.name(), problem));
        }
        for (String name : parameters.keySet()) {
            if (parameters(direction).stream().noneMatch(p -> p.name().equals(name) && !p.secret())) {
                problems.put(name, new Text("未知参数", "is not a parameter of this door"));
            }
        }
        return problems;
    }
}
