package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue.Declaration;
import io.tradelane.trading.partner.DoorCatalogue.Field;
import io.tradelane.trading.partner.DoorCatalogue.Label;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Channels: added, changed, stopped and started while the hub runs. The form is drawn from what the door declares. */
@Page
class Connections {
    private final Channels channels;
    private final ChannelCommands commands;
    private final Organisations organisations;
    private final Agreements agreements;
    private final Words words;
    private final ConnectionTestPages tests;
    private final Sending sending;

    Connections(
            Channels channels, ChannelCommands commands, Organisations organisations, Agreements agreements, Words words, ConnectionTestPages tests,
            Sending sending) {
        this.sending = sending;
        this.tests = tests;
        this.channels = channels;
        this.commands = commands;
        this.agreements = agreements;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/connections")
    String list(Model model) {
        Caller caller = Caller.current();
        List<Channel> shown = caller.isOperator() ? channels.list() : channels.list(caller.organisation());
        model.addAttribute("channels", shown);
        model.addAttribute("board", sending.board(shown));
        model.addAttribute("failing", channels.problems());
        model.addAttribute("mayManage", caller.may(Permission.CHANNEL_MANAGE) && !commands.doors().isEmpty());
        return "partner/connections";
    }

    @GetMapping("/connections/new")
    String choose(@RequestParam(defaultValue = "") String door, @RequestParam(defaultValue = "") String direction, Model model) {
        Optional<Declaration> declared = commands.door(door);
        Optional<Direction> way = Constants.of(Direction.class, direction);
        model.addAttribute("doors", commands.doors());
        if (declared.isPresent() && way.isPresent() && !declared.get().fields(way.get()).isEmpty()) {
            Map<String, String> values = ChannelForm.initial(declared.get().fields(way.get()));
            return form(null, declared.get(), way.get(), values, new Problems(), model);
        }
        return "partner/connection-new";
    }

    @PostMapping("/connections")
    String create(
            @RequestParam String door,
            @RequestParam String direction,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Declaration declared = NotFound.orElse404(commands.door(door));
        Direction way = NotFound.orElse404(Constants.of(Direction.class, direction));
        List<Field> fields = declared.fields(way);
        Map<String, String> parameters = ChannelForm.parameters(fields, typed);
        Map<String, String> secrets = ChannelForm.secrets(fields, typed);
        Problems problems = new Problems();
        checkName(typed, problems);
        if (organisation == null || organisations.find(organisation).isEmpty()) {
            problems.add("organisation", words.text("problem.required"));
        }
        check(declared, way, parameters, secrets, problems);
        if (!problems.isEmpty() || organisation == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(null, declared, way, typed, problems, model);
        }
        UUID id = channels.create(new NewChannel(organisation, typed.getOrDefault("name", "").strip(), door, way, parameters, secrets, true));
        Toast.ok(next, words.text("connection.created"));
        return "redirect:/connections/" + id;
    }

    @GetMapping("/connections/{id}")
    String show(@PathVariable UUID id, Model model) {
        Channel channel = own(id);
        Optional<Declaration> declared = commands.door(channel.door());
        if (declared.isPresent() && Caller.current().may(Permission.CHANNEL_MANAGE)) {
            Map<String, String> values = ChannelForm.of(channel, declared.get().fields(channel.direction()));
            return form(channel, declared.get(), channel.direction(), values, new Problems(), model);
        }
        model.addAttribute("channel", channel);
        model.addAttribute("failing", channels.problems().get(id));
        model.addAttribute("sending", channel.direction() == Direction.OUTBOUND ? sending.of(channel) : null);
        model.addAttribute("mayManage", Caller.current().may(Permission.CHANNEL_MANAGE));
        return "partner/connection-view";
    }

    @PostMapping("/connections/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Channel channel = own(id);
        Declaration declared = NotFound.orElse404(commands.door(channel.door()));
        List<Field> fields = declared.fields(channel.direction());
        Map<String, String> parameters = ChannelForm.parameters(fields, typed);
        Map<String, String> secrets = ChannelForm.secrets(fields, typed);
        Problems problems = new Problems();
        checkName(typed, problems);
        check(declared, channel.direction(), parameters, ChannelForm.kept(channel, fields, secrets), problems);
        HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
        if (problems.isEmpty() && !channels.update(id, version, typed.getOrDefault("name", "").strip(), parameters, secrets, channel.enabled())) {
            problems.add("name", words.text("connection.stale"));
            refused = HttpStatus.CONFLICT;
            channel = own(id);
        }
        if (!problems.isEmpty()) {
            response.setStatus(refused.value());
            return form(channel, declared, channel.direction(), typed, problems, model);
        }
        Toast.ok(next, words.text("connection.changed"));
        return "redirect:/connections/" + id;
    }

    @PostMapping("/connections/{id}/state")
    String state(@PathVariable UUID id, @RequestParam boolean enabled, RedirectAttributes next) {
        own(id);
        if (enabled) {
            channels.enable(id);
        } else {
            channels.disable(id);
        }
        Toast.ok(next, words.text(enabled ? "connection.started" : "connection.stopped"));
        return "redirect:/connections/" + id;
    }

    /** Which documents for this company go over this connection: the agreements that are ticked, and no others. */
    @PostMapping("/connections/{id}/agreements")
    String agreements(@PathVariable UUID id, @RequestParam(name = "agreement", required = false) @Nullable Set<UUID> ticked, RedirectAttributes next) {
        Channel channel = own(id);
        if (channel.direction() == Direction.OUTBOUND) {
            agreements.sendOver(id, channel.organisation(), ticked == null ? Set.of() : ticked, Caller.current().may(Permission.AGREEMENT_ACTIVATE));
            Toast.ok(next, words.text("connection.agreements.changed"));
        }
        return "redirect:/connections/" + id;
    }

    private Channel own(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(channels.find(id)
                .filter(channel -> !channel.deleted() && (caller.isOperator() || caller.isSelf(channel.organisation()))));
    }

    private void checkName(Map<String, String> typed, Problems problems) {
        String name = typed.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > ChannelCommands.LONGEST_NAME) {
            problems.add("name", words.text(name.isEmpty() ? "problem.required" : "problem.tooLong"));
        }
    }

    private void check(Declaration door, Direction way, Map<String, String> parameters, Map<String, String> secrets, Problems problems) {
        Map<String, Label> wrong = commands.problems(door.door(), way, parameters, secrets);
        // In the order of the form, then what belongs to none of its fields.
        door.fields(way).forEach(field -> Optional.ofNullable(wrong.get(field.name()))
                .ifPresent(label -> problems.add(ChannelForm.PREFIX + field.name(), words.chinese() ? label.zh() : label.en())));
        wrong.forEach((name, label) -> problems.add(ChannelForm.PREFIX + name, words.chinese() ? label.zh() : label.en()));
    }

    /** How the summary of what is wrong names each field. */
    private Map<String, String> labels(List<Field> fields) {
        Map<String, String> labels = new HashMap<>();
        fields.forEach(field -> labels.put(ChannelForm.PREFIX + field.name(), words.chinese() ? field.title().zh() : field.title().en()));
        labels.put("name", words.text("connection.name"));
        labels.put("organisation", words.text("incident.partner"));
        return labels;
    }

    private String form(
            @Nullable Channel channel, Declaration door, Direction way, Map<String, String> values, Problems problems, Model model) {
        model.addAttribute("channel", channel);
        model.addAttribute("failing", channel == null ? null : channels.problems().get(channel.id()));
        model.addAttribute("door", door);
        model.addAttribute("direction", way);
        model.addAttribute("fields", door.fields(way));
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", labels(door.fields(way)));
        model.addAttribute("organisations", channel == null ? organisations.list() : List.of());
        model.addAttribute("test", channel == null ? null : tests.of(channel));
        model.addAttribute("sending", channel != null && channel.direction() == Direction.OUTBOUND ? sending.of(channel) : null);
        model.addAttribute("sends", channel != null && channel.direction() == Direction.OUTBOUND);
        if (channel != null && channel.direction() == Direction.OUTBOUND) {
            model.addAttribute("agreements", agreements.list(channel.organisation()).stream()
                    .filter(agreement -> agreement.receiver().equals(channel.organisation())).toList());
            model.addAttribute("channels", channels.list(channel.organisation()).stream().collect(Collectors.toMap(Channel::id, Channel::name)));
        }
        return "partner/connection";
    }
}
