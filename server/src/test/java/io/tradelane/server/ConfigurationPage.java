package io.tradelane.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes docs/configuration.md from the metadata that the compiler made of the settings' records. */
final class ConfigurationPage {

    private static final String HEAD = """
            # Configuration

            *Generated from the settings' own descriptions; a test fails when it differs. To write it again:*
            `./mvnw -pl server -am test -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dtradelane.docs=write`

            A setting can be given, the earlier winning over the later,

            1. on the command line: `./tradelane serve --tradelane.database.pool-size=40`
            2. in the environment, in capitals, with underscores for dots and without dashes:
               `TRADELANE_DATABASE_POOLSIZE=40`
            3. in a file `application.yml` or `config/application.yml` of the folder from which the process starts.

            A secret may stand in any of them as `ENC(...)`, made by `./tradelane encrypt`, which reads it from the
            terminal or from standard input. Jasypt decrypts it under the installation key: the environment variable
            `TRADELANE_KEY` if it is set, else the file of `tradelane.key-file`, else `HOME/key`, which the first start
            makes with mode 0600. The same key opens encrypted fields in the database, so every process of an
            installation needs the same one, and a backup without it is not a backup. To rotate the key of the fields
            alone, set `TRADELANE_MASTER_KEY` to `id:base64,id:base64`, 32 bytes each: the first encrypts, all decrypt.
            """;

    private ConfigurationPage() {}

    static String of(List<JsonNode> metadata) {
        Map<String, List<JsonNode>> groups = new TreeMap<>();
        for (JsonNode file : metadata) {
            for (JsonNode property : file.path("properties")) {
                groups.computeIfAbsent(group(name(property)), name -> new ArrayList<>())
                        .add(property);
            }
        }
        StringBuilder page = new StringBuilder(HEAD);
        groups.forEach((group, properties) -> page.append(section(group, properties)));
        return page.toString();
    }

    private static String section(String group, List<JsonNode> properties) {
        return "\n## " + group + "\n\n| Setting | Kind | Default | Meaning |\n|---|---|---|---|\n"
                + properties.stream()
                        .sorted(Comparator.comparing(ConfigurationPage::name))
                        .map(ConfigurationPage::row)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(JsonNode property) {
        String standard = property.path("defaultValue").asString("");
        return "| `" + name(property) + "` | " + kind(property) + " | "
                + (standard.isEmpty() ? "" : "`" + standard + "`") + " | "
                + property.path("description").asString("").replace("|", "\\|") + " |";
    }

    private static String kind(JsonNode property) {
        String type = property.path("type").asString();
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "Integer", "Long" -> "number";
            case "Boolean" -> "true, false";
            case "Duration" -> "duration, such as `5m`";
            case "DataSize" -> "size, such as `64MB`";
            case "Path" -> "path";
            case "Role" -> "all, hub, portal";
            case "DemoSettings$Data" -> "small, full";
            case "ZoneId" -> "time zone";
            default -> "text";
        };
    }

    static String name(JsonNode property) {
        return property.path("name").asString();
    }

    private static String group(String name) {
        String[] words = name.split("\\.");
        return words[0].equals("tradelane") && words.length > 2 ? words[0] + "." + words[1] : words[0];
    }
}
