package io.tradelane.portal.partner;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisations;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Channels in JSON. A secret is written, never read. */
@ApiController
@Tag(name = "Channels")
class ChannelsApi {
    private final Channels channels;
    private final ChannelCommands commands;
    private final Organisations organisations;

    ChannelsApi(Channels channels, ChannelCommands commands, Organisations organisations) {
        this.channels = channels;
        this.commands = commands;
        this.organisations = organisations;
    }

    /** @param secrets names of those that are stored @param problem why a hub cannot open it as it is */
    record ChannelResource(
            UUID id, UUID organisation, String name, String door, Direction direction, Map<String, String> parameters, Set<String> secrets, boolean enabled, @Nullable String problem, int version) {

        static ChannelResource of(Channel channel, Map<UUID, String> problems) {
            return new ChannelResource(channel.id(), channel.organisation(), channel.name(), channel.door(), channel.direction(), channel.parameters(),
                    channel.secrets().keySet(), channel.enabled(), problems.get(channel.id()), channel.version());
        }
    }

    record CreateRequest(
            @Nullable UUID organisation, @Nullable String name, @Nullable String door, @Nullable Direction direction, @Nullable Map<String, String> parameters,
            @Nullable Map<String, String> secrets, @Nullable Boolean enabled) {}

    /** Absent: stays as it is. */
    record ChangeRequest(
            @Nullable String name, @Nullable Map<String, String> parameters, @Nullable Map<String, String> secrets, @Nullable Boolean enabled) {}

    @Operation(summary = "Channels")
    @GetMapping("/api/v1/channels")
    Listing<ChannelResource> list() {
        Caller caller = Caller.current();
        Map<UUID, String> problems = channels.problems();
        List<Channel> found = caller.isOperator() ? channels.list() : channels.list(caller.organisation());
        return new Listing<>(found.stream().map(channel -> ChannelResource.of(channel, problems)).toList(), null);
    }

    @Operation(summary = "One channel")
    @GetMapping("/api/v1/channels/{id}")
    ResponseEntity<ChannelResource> channel(@PathVariable UUID id) {
        Channel channel = own(id);
        return Versions.tagged(channel.version(), ChannelResource.of(channel, channels.problems()));
    }

    @Operation(summary = "Make a channel; it starts at once unless enabled is false")
    @PostMapping("/api/v1/channels")
    ResponseEntity<ChannelResource> create(@RequestBody CreateRequest request) {
        ChannelProblems problems = new ChannelProblems();
        problems.name(request.name);
        problems.required("organisation", request.organisation);
        problems.required("door", request.door);
        problems.required("direction", request.direction);
        if (request.organisation != null && organisations.find(request.organisation).isEmpty()) {
            problems.add("organisation", "unknown", "There is no such organisation");
        }
        Map<String, String> parameters = given(request.parameters);
        Map<String, String> secrets = given(request.secrets);
        if (request.door != null && request.direction != null) {
            problems.settings(commands, request.door, request.direction, parameters, secrets);
        }
        problems.check();
        UUID id = channels.create(new NewChannel(requireNonNull(request.organisation), requireNonNull(request.name).strip(), requireNonNull(request.door),
                requireNonNull(request.direction), parameters, secrets, request.enabled == null || request.enabled));
        Channel made = own(id);
        return ResponseEntity.created(URI.create("/api/v1/channels/" + id)).eTag("\"" + made.version() + "\"").body(ChannelResource.of(made, Map.of()));
    }

    @Operation(summary = "Change, stop or start a channel; needs If-Match. What is left out stays as it is, a secret given as \"\" is removed")
    @PutMapping("/api/v1/channels/{id}")
    ResponseEntity<ChannelResource> change(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody ChangeRequest request) {
        Channel channel = own(id);
        int expected = Versions.expected(ifMatch);
        String name = request.name == null ? channel.name() : request.name.strip();
        Map<String, String> parameters = request.parameters == null ? channel.parameters() : request.parameters;
        Map<String, String> secrets = new HashMap<>(channel.secrets());
        secrets.putAll(given(request.secrets));
        secrets.values().removeIf(String::isEmpty);
        ChannelProblems problems = new ChannelProblems();
        problems.name(name);
        if (request.parameters != null || request.secrets != null) {
            problems.settings(commands, channel.door(), channel.direction(), parameters, secrets);
        }
        problems.check();
        boolean enabled = request.enabled == null ? channel.enabled() : request.enabled;
        if (!channels.update(id, expected, name, parameters, given(request.secrets), enabled)) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "stale-version", "It has changed; it is now at version " + own(id).version() + ".");
        }
        return channel(id);
    }

    private static Map<String, String> given(@Nullable Map<String, String> settings) {
        return settings == null ? Map.of() : settings;
    }

    private Channel own(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(channels.find(id)
                .filter(channel -> !channel.deleted() && (caller.isOperator() || caller.isSelf(channel.organisation()))));
    }
}
