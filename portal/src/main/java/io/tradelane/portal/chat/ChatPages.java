package io.tradelane.portal.chat;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.trading.chat.ChatFile;
import io.tradelane.trading.chat.Chats;
import io.tradelane.trading.chat.ChatView;
import io.tradelane.trading.chat.Subject;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.sourcing.Quotations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents spoken about, and what is said of one. Whoever opens it has read it. */
@Page
class ChatPages {
    private final Chats chats;
    private final Timeline timeline;
    private final Organisations organisations;
    private final Outcomes outcomes;

    ChatPages(Chats chats, Timeline timeline, Organisations organisations, Outcomes outcomes) {
        this.chats = chats;
        this.timeline = timeline;
        this.organisations = organisations;
        this.outcomes = outcomes;
    }

    /** One of the two. @param event a step of the negotiation, told between the messages */
    record Item(Instant at, ChatView.@Nullable Message message, Timeline.@Nullable Entry event) {}

    @GetMapping("/chats")
    String list(Model model) {
        model.addAttribute("threads", chats.threads().stream().filter(thread -> ChatSubjects.mayRead(thread.subject(), Caller.current())).toList());
        model.addAttribute("companies", organisations.list().stream().collect(Collectors.toMap(Organisation::id, Function.identity())));
        return "chat/list";
    }

    @GetMapping("/chats/{subject}/{id}")
    String show(@PathVariable String subject, @PathVariable UUID id, @RequestParam(defaultValue = "true") boolean read, Model model) {
        Subject about = ChatSubjects.of(subject);
        ChatView chat = NotFound.orElse404(chats.find(about, id));
        if (read) {
            chats.read(about, id);
        }
        model.addAttribute("chat", chat);
        model.addAttribute("items", items(chat));
        model.addAttribute("other", organisations.find(chat.other()).orElse(null));
        return "chat/chat";
    }

    private List<Item> items(ChatView chat) {
        List<Item> items = new ArrayList<>(chat.messages().stream().map(message -> new Item(message.at(), message, null)).toList());
        if (chat.subject() == Subject.QUOTE || chat.subject() == Subject.CONTRACT) {
            String entity = chat.subject() == Subject.QUOTE ? Quotations.ENTITY : Contracts.ENTITY;
            timeline.of(List.of(new Timeline.Subject(entity, chat.id()))).forEach(entry -> items.add(new Item(entry.entry().at(), null, entry)));
        }
        items.sort(Comparator.comparing(Item::at));
        return items;
    }

    @PostMapping("/chats/{subject}/{id}")
    String post(@PathVariable String subject, @PathVariable UUID id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file, RedirectAttributes next) throws IOException {
        Subject about = ChatSubjects.of(subject);
        ChatFile attached = file == null || file.isEmpty() ? null : new ChatFile(String.valueOf(file.getOriginalFilename()), "", file.getBytes());
        CommandResult result = chats.post(about, id, new Chats.Post(text, internal, attached));
        if (result instanceof CommandResult.NotFound) {
            throw new NotFound();
        }
        if (result instanceof CommandResult.Done) {
            chats.read(about, id);
        } else {
            Toast.bad(next, outcomes.reason(result));
        }
        return "redirect:/chats/" + subject + "/" + id;
    }

    @GetMapping("/chats/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id) {
        return download(NotFound.orElse404(chats.file(id)));
    }

    /** To be kept, never to be shown: it comes from another company. */
    static ResponseEntity<byte[]> download(ChatFile file) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(file.content());
    }
}
