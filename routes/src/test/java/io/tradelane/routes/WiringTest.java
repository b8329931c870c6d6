package io.tradelane.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tradelane.routes.failure.FailurePolicy;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Most wiring mistakes are a route without a name, or a direct endpoint that nobody listens to. */
class WiringTest {
    private static final Pattern DIRECT = Pattern.compile("\"(direct:[A-Za-z]+)\"");
    private static DefaultCamelContext camel;

    @BeforeAll
    static void collectRoutes() throws Exception {
        camel = new DefaultCamelContext();
        for (var found : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.tradelane.routes")) {
            if (found.isAssignableTo(RouteBuilder.class) && !found.isAssignableTo(FailurePolicy.class)) {
                camel.addRoutes(make(found.reflect()));
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        camel.close();
    }

    private static RouteBuilder make(Class<?> type) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] sizesAndNoBeans = Arrays.stream(constructor.getParameterTypes()).map(kind -> kind == int.class ? 1 : null).toArray();
        return (RouteBuilder) constructor.newInstance(sizesAndNoBeans);
    }

    @Test
    void everyRouteHasAName() {
        assertThat(camel.getRouteDefinitions()).isNotEmpty().allMatch(RouteDefinition::hasCustomIdAssigned);
    }

    @Test
    void somebodyListensToEveryDirectEndpoint() {
        Set<String> heard = camel.getRouteDefinitions().stream()
                .map(route -> route.getInput().getEndpointUri())
                .collect(Collectors.toSet());
        Set<String> spokenTo = new TreeSet<>();
        camel.getRouteDefinitions().forEach(route -> collect(route.getOutputs(), spokenTo));
        assertThat(heard).containsAll(spokenTo);
    }

    @Test
    void somebodyListensToTheProcessOfEveryKindOfDocument() throws Exception {
        String source = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/main/java/io/tradelane/routes/inbound/InboundMessages.java"));
        List<String> processes = DIRECT.matcher(source).results().map(match -> match.group(1)).toList();
        assertThat(processes).contains("direct:applyOrder", "direct:noteDocument");
        assertThat(camel.getRouteDefinitions().stream().map(route -> route.getInput().getEndpointUri()).toList()).containsAll(processes);
    }

    @Test
    void whatProcessesDocumentsNamesTheFailurePolicy() {
        assertThat(camel.getRouteDefinitions().stream()
                        .filter(route -> route.getRouteId().startsWith("apply-") || route.getRouteId().equals("process-message")
                                || route.getRouteId().equals("read-interchange"))
                        .toList())
                .isNotEmpty()
                .allMatch(route -> FailurePolicy.ID.equals(route.getRouteConfigurationId()));
    }

    private static void collect(List<ProcessorDefinition<?>> steps, Set<String> spokenTo) {
        for (ProcessorDefinition<?> step : new ArrayList<>(steps)) {
            if (step instanceof ToDefinition to && to.getEndpointUri() != null && to.getEndpointUri().startsWith("direct:")) {
                spokenTo.add(to.getEndpointUri());
            }
            collect(step.getOutputs(), spokenTo);
        }
    }
}
