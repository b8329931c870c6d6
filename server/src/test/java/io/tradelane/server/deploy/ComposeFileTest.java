package io.tradelane.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be known of docker-compose.yml without a container engine. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Map<String, Map<String, Object>> services;
    private String text;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker-compose.yml"));
        Map<String, Object> file = new Yaml().load(text);
        services = (Map<String, Map<String, Object>>) file.get("services");
    }

    @Test
    void hasTwoHubsTwoPortalsAndWhatTheyStandOn() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("hub1", "hub2", "portal1", "portal2", "balancer", "postgres", "artemis");
        for (String hub : List.of("hub1", "hub2")) {
            assertThat(services.get(hub)).containsEntry("command", List.of("serve", "--role", "hub"));
        }
        for (String portal : List.of("portal1", "portal2")) {
            assertThat(services.get(portal)).containsEntry("command", List.of("serve", "--role", "portal"));
            assertThat(environment(portal))
                    .as("a portal neither migrates nor meets the broker")
                    .doesNotContainKeys("TRADELANE_DATABASE_OWNERPASSWORD", "TRADELANE_BROKER_URL");
        }
    }

    @Test
    void everyVariableIsExplainedInTheExample() throws IOException {
        Set<String> asked = Pattern.compile("\\$\\{([A-Z_]+)").matcher(text).results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        asked.remove("ARTEMIS_IMAGE");
        Set<String> explained = Files.readAllLines(ROOT.resolve("deploy/env.example")).stream()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        assertThat(explained).isEqualTo(asked);
    }

    /** A misspelt variable would be ignored silently. */
    @Test
    void everySettingItGivesExists() throws IOException {
        Set<String> known = Pattern.compile("`(tradelane\\.[a-z.-]+)`")
                .matcher(Files.readString(ROOT.resolve("docs/configuration.md"))).results()
                .map(match -> match.group(1).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        known.add("TRADELANE_KEY");
        for (String service : List.of("hub1", "hub2", "portal1", "portal2")) {
            assertThat(environment(service).keySet().stream().filter(name -> name.startsWith("TRADELANE_")))
                    .as(service)
                    .allMatch(known::contains);
        }
    }

    @Test
    void theBalancerKnowsEveryHubAndPortal() throws IOException {
        String balancer = Files.readString(ROOT.resolve("deploy/haproxy/haproxy.cfg"));
        for (String service : List.of("hub1", "hub2", "portal1", "portal2")) {
            assertThat(balancer).contains("server " + service + " " + service + ":8080");
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).get("environment");
    }
}
