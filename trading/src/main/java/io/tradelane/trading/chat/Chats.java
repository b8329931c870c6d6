package io.tradelane.trading.chat;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages about documents. Nobody changes one; a note stays in the company that wrote it. */
@Service
@Transactional
public class Chats {
    /** Entity type of a message in the journal. */
    public static final String ENTITY = "CHAT_MESSAGE";
    /** The largest file that goes with a message, in bytes. */
    public static final int LARGEST_FILE = 5_000_000;

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_THREADS = 50;
    private static final Duration UNREAD = Duration.ofDays(30);
    private final ChatRepository chats;
    private final Users users;
    private final Journal journal;
    private final Clock clock;

    Chats(ChatRepository chats, Users users, Journal journal, Clock clock) {
        this.chats = chats;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param internal for the author's company alone @param file goes with it; then the text may be blank */
    public record Post(String text, boolean internal, @Nullable ChatFile file) {}

    /** Not found: the document is not there for the caller. People are mentioned by {@code @} and their name. */
    public CommandResult post(Subject subject, UUID id, Post post) {
        Actor actor = Tenancy.current();
        UUID own = actor.organisation();
        ChatRepository.Between between = chats.between(subject, id).orElse(null);
        if (between == null || own == null || actor.scope() != Scope.ORGANISATION || other(between, own) == null) {
            return new CommandResult.NotFound();
        }
        String text = post.text().strip();
        if (text.isEmpty() && post.file() == null) {
            return CommandResult.invalid("text", "required");
        }
        if (text.length() > LONGEST_TEXT) {
            return CommandResult.invalid("text", "tooLong");
        }
        if (!post.internal() && !between.open()) {
            return CommandResult.invalid("internal", "not-open");
        }
        ChatFile file = null;
        if (post.file() != null) {
            Optional<AttachmentType> type = AttachmentType.of(post.file().fileName(), post.file().content());
            if (type.isEmpty() || post.file().content().length > LARGEST_FILE) {
                return CommandResult.invalid("file", type.isEmpty() ? "file-type" : "file-too-large");
            }
            file = new ChatFile(named(post.file().fileName()), type.get().mediaType(), post.file().content());
        }
        ChatRepository.Row message = new ChatRepository.Row(Ids.next(), own, post.internal() ? null : other(between, own), actor.user(), actor.name(), text,
                mentions(text, post.internal(), own, between), OffsetDateTime.now(clock));
        chats.insert(subject, id, message, actor.source());
        if (file != null) {
            chats.insert(message, file, sha256(file.content()));
        }
        Set<UUID> readers = post.internal() ? Set.of(own) : Set.of(between.buyerOrgId(), between.supplierOrgId());
        journal.record(new Entry(ENTITY, message.id(), null, post.internal() ? "NOTE" : "POST", null, null, null, readers,
                Map.of("subject", subject.name(), "document", between.number())));
        return new CommandResult.Done(message.id(), 1);
    }

    @Transactional(readOnly = true)
    public Optional<ChatView> find(Subject subject, UUID id) {
        UUID own = Tenancy.current().organisation();
        return chats.between(subject, id).map(between -> view(subject, id, between, own == null ? between.buyerOrgId() : own));
    }

    /** All that is there now is read. */
    public void read(Subject subject, UUID id) {
        UUID user = Tenancy.current().user();
        if (user != null && Tenancy.current().scope() == Scope.ORGANISATION) {
            chats.read(user, subject, id, OffsetDateTime.now(clock));
        }
    }

    @Transactional(readOnly = true)
    public Optional<ChatFile> file(UUID attachment) {
        return chats.file(attachment);
    }

    /** The documents spoken about last, newest first; at most 50. */
    @Transactional(readOnly = true)
    public List<ChatThread> threads() {
        UUID own = Tenancy.current().organisation();
        return chats.latest(Tenancy.current().user(), MOST_THREADS).stream().map(latest -> {
            ChatRepository.Between between = chats.between(latest.subject(), latest.subjectId()).orElse(null);
            return new ChatThread(latest.subject(), latest.subjectId(), between == null ? null : between.number(),
                    between == null || own == null ? null : other(between, own), latest.message().author(), latest.message().text(),
                    latest.message().at().toInstant(), latest.unread(), latest.mentioned());
        }).toList();
    }

    /** How many messages of the last thirty days the caller has not read; of a machine none. */
    @Transactional(readOnly = true)
    public int unread() {
        UUID user = Tenancy.current().user();
        return user == null || Tenancy.current().scope() != Scope.ORGANISATION ? 0 : chats.unread(user, clock.instant().minus(UNREAD));
    }

    private ChatView view(Subject subject, UUID id, ChatRepository.Between between, UUID own) {
        UUID user = Tenancy.current().user();
        OffsetDateTime readAt = user == null ? null : chats.readAt(user, subject, id).orElse(null);
        List<ChatRepository.Row> rows = chats.messages(subject, id);
        Map<UUID, List<ChatView.Attachment>> files = chats.attachments(rows.stream().map(ChatRepository.Row::id).toList());
        List<ChatView.Person> people = people(between);
        List<ChatView.Message> messages = rows.stream().map(row -> {
            boolean unread = user != null && !user.equals(row.user()) && (readAt == null || row.at().isAfter(readAt));
            return new ChatView.Message(row.id(), row.at().toInstant(), row.organisation(), row.author(), row.counterparty() == null, unread, row.text(),
                    people.stream().filter(person -> row.mentions().contains(person.id())).map(ChatView.Person::name).toList(),
                    user != null && row.mentions().contains(user), files.getOrDefault(row.id(), List.of()));
        }).toList();
        UUID other = other(between, own);
        return new ChatView(subject, id, between.number(), other == null ? between.supplierOrgId() : other, between.open(), messages, people,
                (int) messages.stream().filter(ChatView.Message::unread).count());
    }

    /** Of a note one's own people alone. */
    private List<UUID> mentions(String text, boolean internal, UUID own, ChatRepository.Between between) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        String left = text;
        Set<UUID> mentioned = new HashSet<>();
        for (ChatView.Person person : people(between).stream().sorted(Comparator.comparingInt((ChatView.Person one) -> one.name().length()).reversed()).toList()) {
            if (left.contains("@" + person.name()) && (!internal || person.organisation().equals(own))) {
                mentioned.add(person.id());
                left = left.replace("@" + person.name(), "");
            }
        }
        return new ArrayList<>(mentioned);
    }

    /** Their names, which is all that one company learns of the other's people. */
    private List<ChatView.Person> people(ChatRepository.Between between) {
        return Tenancy.call(Actor.hub(), () -> Stream.of(between.buyerOrgId(), between.supplierOrgId())
                .flatMap(organisation -> users.list(organisation).stream().map(user -> new ChatView.Person(user.id(), user.displayName(), organisation)))
                .toList());
    }

    private static @Nullable UUID other(ChatRepository.Between between, UUID own) {
        return own.equals(between.buyerOrgId()) ? between.supplierOrgId() : own.equals(between.supplierOrgId()) ? between.buyerOrgId() : null;
    }

    /** Without folders, and no longer than a file system takes. */
    private static String named(String fileName) {
        String name = fileName.replaceAll("[\\p{Cntrl}\"]", "").replaceAll(".*[/\\\\]", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
