package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.Door;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue.Declaration;
import io.tradelane.trading.partner.DoorCatalogue.Field;
import io.tradelane.trading.partner.DoorCatalogue.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DeclaredDoorsTest {

    @Test
    void aProcessWithoutDoorsKnowsWhatEachDeclares() {
        try (var context = new AnnotationConfigApplicationContext(PortalDoors.class)) {
            DeclaredDoors doors = context.getBean(DeclaredDoors.class);
            assertThat(doors.doors()).extracting(Declaration::door).contains("as2", "carrier", "folder", "ftps", "http", "idoc", "jms", "mail", "odata", "rest", "sftp", "sftp-server", "soap", "webhook").isSorted();
            assertThat(doors.connects("sftp", Direction.INBOUND)).isTrue();
            assertThat(doors.connects("webhook", Direction.INBOUND)).isFalse();
            assertThat(context.getBeanNamesForType(Door.class)).as("doors themselves").isEmpty();
            assertThat(doors.doors()).allSatisfy(door -> Stream.of(door.title(), door.help()).forEach(text -> {
                assertThat(text.zh()).isNotBlank();
                assertThat(text.en()).isNotBlank();
            }));
            assertThat(field(doors, "as2", "encryption").kind()).isEqualTo(Kind.CHOICE);
            assertThat(field(doors, "http", "token").secret()).isTrue();
        }
    }

    @Test
    void saysWhatIsWrongByField() {
        try (var context = new AnnotationConfigApplicationContext(PortalDoors.class)) {
            DeclaredDoors doors = context.getBean(DeclaredDoors.class);
            assertThat(doors.problems("folder", Direction.INBOUND, Map.of("directory", "a/in"), Map.of())).isEmpty();
            assertThat(wrong(doors, "folder", Direction.INBOUND, Map.of(), Map.of())).containsExactly("directory");
            assertThat(wrong(doors, "folder", Direction.INBOUND, Map.of("directory", "../etc", "pollMillis", "often"), Map.of()))
                    .containsExactlyInAnyOrder("directory", "pollMillis");
            assertThat(wrong(doors, "http", Direction.OUTBOUND, Map.of("url", "ftp://x", "token", "in clear"), Map.of("passphrase", "x")))
                    .as("not an address, a secret that is not secret, a name that is not declared")
                    .containsExactlyInAnyOrder("url", "token", "passphrase");
            assertThat(wrong(doors, "soap", Direction.OUTBOUND, Map.of(), Map.of())).containsExactly("url");
            assertThat(wrong(doors, "carrier pigeon", Direction.INBOUND, Map.of(), Map.of())).containsExactly("door");
        }
    }

    private static Set<String> wrong(
            DeclaredDoors doors, String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        return doors.problems(door, direction, parameters, secrets).keySet();
    }

    private static Field field(DeclaredDoors doors, String door, String name) {
        List<Declaration> all = doors.doors();
        return all.stream().filter(known -> known.door().equals(door)).flatMap(known -> known.outbound().stream())
                .filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
