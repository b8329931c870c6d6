package io.tradelane.portal.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.chat.ChatFile;
import io.tradelane.trading.chat.Chats;
import io.tradelane.trading.chat.ChatThread;
import io.tradelane.trading.chat.ChatView;
import io.tradelane.trading.chat.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages in JSON. The subject is invitation, quote, contract, order, shipment or invoice. */
@ApiController
@Tag(name = "Chats")
class ChatsApi {
    private final Chats chats;

    ChatsApi(Chats chats) {
        this.chats = chats;
    }

    /** @param internal for the caller's company alone */
    record Message(@Nullable String text, @Nullable Boolean internal) {}

    @Operation(summary = "The documents spoken about last, newest first, with how many messages are unread")
    @GetMapping("/api/v1/chats")
    Listing<ChatThread> list() {
        return new Listing<>(chats.threads().stream().filter(thread -> ChatSubjects.mayRead(thread.subject(), Caller.current())).toList(), null);
    }

    @Operation(summary = "What was said about a document, oldest first; notes are those of the caller's company alone")
    @GetMapping("/api/v1/chats/{subject}/{id}")
    ChatView chat(@PathVariable String subject, @PathVariable UUID id) {
        return NotFound.orElse404(chats.find(ChatSubjects.of(subject), id));
    }

    @Operation(summary = "A message to the other company, or with internal a note")
    @PostMapping("/api/v1/chats/{subject}/{id}/messages")
    ChatView post(@PathVariable String subject, @PathVariable UUID id, @RequestBody Message message) {
        Subject about = ChatSubjects.of(subject);
        Commands.require(chats.post(about, id, new Chats.Post(message.text() == null ? "" : message.text(), Boolean.TRUE.equals(message.internal()), null)));
        return chat(subject, id);
    }

    @Operation(summary = "A file of at most 5 MB as a message, with its name and the text beside it: PDF, PNG, JPEG, XLSX, DOCX or text")
    @PostMapping("/api/v1/chats/{subject}/{id}/attachments")
    ChatView attach(@PathVariable String subject, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean internal, HttpServletRequest request) throws IOException {
        Subject about = ChatSubjects.of(subject);
        byte[] content = request.getInputStream().readNBytes(Chats.LARGEST_FILE + 1);
        Commands.require(chats.post(about, id, new Chats.Post(text, internal, new ChatFile(name, "", content))));
        return chat(subject, id);
    }

    @Operation(summary = "A file that went with a message")
    @GetMapping("/api/v1/chat-attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id) {
        return ChatPages.download(NotFound.orElse404(chats.file(id)));
    }
}
