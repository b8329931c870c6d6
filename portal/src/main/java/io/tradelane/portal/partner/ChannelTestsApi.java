package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelTest;
import io.tradelane.trading.partner.ChannelTests;
import io.tradelane.trading.partner.Channels;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The test of a channel's connection in JSON. */
@ApiController
@Tag(name = "Channels")
class ChannelTestsApi {
    private final Channels channels;
    private final ChannelTests tests;
    private final ChannelCommands commands;

    ChannelTestsApi(Channels channels, ChannelTests tests, ChannelCommands commands) {
        this.channels = channels;
        this.tests = tests;
        this.commands = commands;
    }

    /** @param steps those that were reached, the last one perhaps in vain */
    record TestResource(UUID id, Instant requestedAt, @Nullable Instant finishedAt, boolean good, List<ChannelTest.Step> steps) {

        static TestResource of(ChannelTest test) {
            return new TestResource(test.id(), test.requestedAt(), test.finishedAt(), test.good(), test.steps());
        }
    }

    @Operation(summary = "Ask for a test of the connection; a hub does it within seconds")
    @PostMapping("/api/v1/channels/{id}/test")
    ResponseEntity<TestResource> request(@PathVariable UUID id) {
        tests.request(own(id));
        return ResponseEntity.accepted().location(URI.create("/api/v1/channels/" + id + "/test")).body(last(id));
    }

    @Operation(summary = "The last test of the connection; finishedAt is absent while it is under way")
    @GetMapping("/api/v1/channels/{id}/test")
    TestResource last(@PathVariable UUID id) {
        own(id);
        return TestResource.of(NotFound.orElse404(tests.last(id)));
    }

    private Channel own(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(channels.find(id).filter(
                channel -> !channel.deleted() && commands.connects(channel) && (caller.isOperator() || caller.isSelf(channel.organisation()))));
    }
}
