package io.tradelane.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Turns the few short options of the command line into settings; a setting in full ({@code --a.b=c}) passes as it is. */
final class Options {

    private static final Map<String, String> SETTINGS =
            Map.of("--role", "tradelane.role", "--port", "server.port", "--home", "tradelane.home", "--data", "tradelane.demo.data");

    private static final Map<String, String> SWITCHES = Map.of("--once", "tradelane.demo.once", "--simulators", "tradelane.demo.simulators");

    private static final int LAST_PORT = 65535;

    private Options() {}

    static List<String> toSettings(List<String> words) throws Wrong {
        List<String> settings = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (SWITCHES.containsKey(word)) {
                settings.add("--" + SWITCHES.get(word) + "=true");
            } else if (SETTINGS.containsKey(name)) {
                String value = check(name, equals < 0 ? next(name, rest) : word.substring(equals + 1));
                settings.add("--" + SETTINGS.get(name) + "=" + value);
            } else if (word.startsWith("--") && equals > 2 && name.contains(".")) {
                settings.add(word);
            } else {
                throw new Wrong("unknown option '" + word + "'; see tradelane help");
            }
        }
        return settings;
    }

    private static String check(String name, String value) throws Wrong {
        if (name.equals("--role") && Role.named(value).isEmpty()) {
            throw new Wrong("--role can be all, hub or portal, not '" + value + "'");
        }
        if (name.equals("--port") && !(value.matches("\\d{1,5}") && Integer.parseInt(value) <= LAST_PORT)) {
            throw new Wrong("--port is a number from 0 to " + LAST_PORT + " (0: any free one), not '" + value + "'");
        }
        if (name.equals("--data") && !value.equals("small") && !value.equals("full")) {
            throw new Wrong("--data can be small or full, not '" + value + "'");
        }
        if (value.isBlank()) {
            throw new Wrong("option " + name + " needs a value");
        }
        return value;
    }

    private static String next(String name, Iterator<String> rest) throws Wrong {
        if (!rest.hasNext()) {
            throw new Wrong("option " + name + " needs a value");
        }
        return rest.next();
    }

    /** The command line cannot be understood. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }
}
