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
    private static final Text UNDECLARED = new Text("此接口没有这个参数", "This door has no such setting");

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
        parameters.keySet().stream().filter(name -> !declares(direction, name, false)).forEach(name -> problems.put(name, UNDECLARED));
        secrets.keySet().stream().filter(name -> !declares(direction, name, true)).forEach(name -> problems.put(name, UNDECLARED));
        return problems;
    }

    private boolean declares(Direction direction, String name, boolean secret) {
        return parameters(direction).stream().anyMatch(parameter -> parameter.name().equals(name) && parameter.secret() == secret);
    }
}
