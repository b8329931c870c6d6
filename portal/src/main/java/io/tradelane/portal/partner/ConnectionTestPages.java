package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelTest;
import io.tradelane.trading.partner.ChannelTests;
import io.tradelane.trading.partner.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The test of a connection on its page: asked for here, done by a hub, shown when it is done. */
@Page
class ConnectionTestPages {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Channels channels;
    private final ChannelTests tests;
    private final ChannelCommands commands;
    private final Clock clock;

    ConnectionTestPages(Channels channels, ChannelTests tests, ChannelCommands commands, Clock clock) {
        this.channels = channels;
        this.tests = tests;
        this.commands = commands;
        this.clock = clock;
    }

    /** @param running a hub is at it, or is going to be @param unanswered no hub has come to it in time */
    record View(UUID channel, @Nullable ChannelTest last, boolean running, boolean unanswered) {}

    /** Null where there is nothing to test. */
    @Nullable View of(Channel channel) {
        if (!commands.connects(channel)) {
            return null;
        }
        ChannelTest last = tests.last(channel.id()).orElse(null);
        boolean open = last != null && !last.finished();
        boolean late = open && last.requestedAt().plus(PATIENCE).isBefore(clock.instant());
        return new View(channel.id(), last, open && !late, late);
    }

    @PostMapping("/connections/{id}/test")
    String request(@PathVariable UUID id) {
        tests.request(own(id));
        return "redirect:/connections/" + id + "#test";
    }

    @GetMapping("/connections/{id}/test")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("test", of(own(id)));
        return "partner/connection-test :: card";
    }

    private Channel own(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(channels.find(id).filter(
                channel -> !channel.deleted() && commands.connects(channel) && (caller.isOperator() || caller.isSelf(channel.organisation()))));
    }
}
