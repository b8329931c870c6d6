package io.tradelane.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChannelWiringTest extends DoorsTest {
    @Autowired
    private CamelContext camel;

    @Test
    void everyRouteHasAnIdOfItsOwnAndEveryDirectAListener() {
        openOneOfEach();
        var model = camel.getCamelContextExtension().getContextPlugin(org.apache.camel.model.Model.class);

        assertThat(model.getRouteDefinitions()).isNotEmpty().allSatisfy(route -> assertThat(route.hasCustomIdAssigned()).isTrue());
        var listened = camel.getRoutes().stream().map(Route::getEndpoint).map(e -> e.getEndpointKey().replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
        for (RouteDefinition route : model.getRouteDefinitions()) {
            route.getOutputs().stream().filter(SendDefinition.class::isInstance).map(o -> ((SendDefinition<?>) o).getEndpointUri())
                    .filter(uri -> uri != null && uri.startsWith("direct:"))
                    .forEach(uri -> assertThat(listened).contains(uri.replace("direct:", "direct://")));
        }
    }

    @Test
    void everyDoorHasTheTemplatesItDeclares() {
        openOneOfEach();
        assertThat(routes.states().values().stream().filter(ChannelState::open)).hasSize(17);
    }

    @Test
    void channelIsAddedChangedAndRemovedWhileRunning() {
        Channel channel = open("http", Direction.INBOUND, Map.of());
        assertThat(camel.getRoute(ChannelRoutes.routeId(channel.id()))).isNotNull();
        channels.change(channel, Map.of("maxBytes", "7"), true);
        routes.refresh();
        assertThat(camel.getRoute(ChannelRoutes.routeId(channel.id()))).isNotNull();
        channels.deleteAll();
        routes.refresh();
        assertThat(camel.getRoute(ChannelRoutes.routeId(channel.id()))).isNull();
    }

    @Test
    void channelThatDoesNotFitItsDeclarationSaysWhy() {
        Channel channel = open("as2", Direction.OUTBOUND, Map.of("partnerName", "X", "hubName", "Y", "url", "ftp://x", "colour", "red"));
        assertThat(routes.states().get(channel.id()).open()).isFalse();
        assertThat(routes.states().get(channel.id()).problem()).contains("url");
    }

    @Test
    void changesAreNoticedWithoutBeingTold() {
        Channel channel = channels.add("http", Direction.INBOUND, Map.of());
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(5))
                .until(() -> camel.getRoute(ChannelRoutes.routeId(channel.id())) != null);
    }

    private void openOneOfEach() {
        open("as2", Direction.INBOUND, Map.of("partnerName", "A", "hubName", "B"));
        open("as2", Direction.OUTBOUND, Map.of("partnerName", "A", "hubName", "B", "url", "http://localhost:1/"));
        open("http", Direction.INBOUND, Map.of());
        open("http", Direction.OUTBOUND, Map.of("url", "http://localhost:1/"));
        open("folder", Direction.INBOUND, Map.of("directory", "wiring/in"));
        open("folder", Direction.OUTBOUND, Map.of("directory", "wiring/out"));
        open("soap", Direction.INBOUND, Map.of());
        var sftp = Map.of("host", "localhost", "port", "1", "user", "hub", "hostKeys", "SHA256:x");
        open("sftp", Direction.INBOUND, sftp);
        open("sftp", Direction.OUTBOUND, sftp);
        var secret = Map.of("secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");
        open("webhook", Direction.INBOUND, Map.of(), secret);
        open("webhook", Direction.OUTBOUND, Map.of("url", "http://localhost:1/"), secret);
        open("jms", Direction.INBOUND, Map.of("user", "wiring"));
        open("jms", Direction.OUTBOUND, Map.of("user", "wiring"));
        open("mail", Direction.INBOUND, Map.of("host", "localhost", "port", "1", "senders", "@partner.example"));
        open("mail", Direction.OUTBOUND, Map.of("host", "localhost", "port", "1", "from", "a@us.example", "to", "b@partner.example"));
        var ftps = Map.of("host", "localhost", "port", "1", "user", "hub");
        open("ftps", Direction.INBOUND, ftps, Map.of("password", "secret"));
        open("ftps", Direction.OUTBOUND, ftps, Map.of("password", "secret"));
    }
}
