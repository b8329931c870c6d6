package io.tradelane.trading.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.partner.Users;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChatTest extends DealFixture {
    @Autowired private Chats chats;
    @Autowired private Users users;
    private UUID order;
    private Actor anna;
    private Actor chen;

    @BeforeEach
    void anOrderAndTwoPeople() {
        order = placed(document(unique("PO"))).id();
        anna = worker(buyer, "Anna Berg", Role.BUYER_STAFF);
        chen = worker(supplier, "陈静", Role.SUPPLIER_SALES);
    }

    private Actor worker(UUID organisation, String name, Role role) {
        UUID id = hub(() -> users.create(unique("u") + "@example.com", name, Locale.ENGLISH, "x", List.of(new Membership(organisation, role))));
        return Actor.person(organisation, id, name);
    }

    private CommandResult says(Actor who, String text, boolean internal) {
        return in(who, () -> chats.post(Subject.ORDER, order, new Chats.Post(text, internal, null)));
    }

    private ChatView seen(Actor who) {
        return in(who, () -> chats.find(Subject.ORDER, order)).orElseThrow();
    }

    @Test
    void bothReadWhatIsSaidAndANoteStaysInItsCompany() {
        says(anna, "Can you deliver <b>earlier</b>, @陈静?", false);
        says(anna, "They are late again", true);
        says(chen, "Two days earlier", false);
        assertThat(seen(anna).messages()).extracting(ChatView.Message::text).containsExactly("Can you deliver <b>earlier</b>, @陈静?", "They are late again", "Two days earlier");
        assertThat(seen(chen).messages()).extracting(ChatView.Message::text).containsExactly("Can you deliver <b>earlier</b>, @陈静?", "Two days earlier");
        assertThat(in(person(supplier), () -> jdbc.sql("select count(*) from state_transition where entity_type = 'CHAT_MESSAGE' and event = 'NOTE'").query(Integer.class).single()))
                .isZero();
        assertThat(superuser().sql("select body_enc from chat_message where subject_id = :id").param("id", order).query(String.class).list())
                .allMatch(text -> text.startsWith("v1:"));
    }

    @Test
    void whatIsNotReadIsCountedForEachPersonAndWhoIsMentionedIsTold() {
        says(anna, "@陈静 please", false);
        assertThat(in(chen, chats::unread)).isEqualTo(1);
        assertThat(in(anna, chats::unread)).isZero();
        assertThat(seen(chen).messages().getFirst()).satisfies(message -> {
            assertThat(message.mentioned()).isTrue();
            assertThat(message.unread()).isTrue();
            assertThat(message.mentions()).containsExactly("陈静");
        });
        assertThat(in(chen, chats::threads)).singleElement().satisfies(thread -> assertThat(thread.mentioned()).isTrue());
        inTransaction(chen, () -> chats.read(Subject.ORDER, order));
        assertThat(in(chen, chats::unread)).isZero();
        assertThat(in(worker(supplier, "Li", Role.SUPPLIER_SALES), chats::unread)).as("another person").isEqualTo(1);
    }

    @Test
    void aFileIsWhatItSaysItIsAndGoesToNobodyElse() {
        ChatFile pdf = new ChatFile("../../drawing.pdf", "text/html", "%PDF-1.7 x".getBytes(StandardCharsets.ISO_8859_1));
        in(anna, () -> chats.post(Subject.ORDER, order, new Chats.Post("", false, pdf)));
        ChatView.Attachment kept = seen(chen).messages().getFirst().attachments().getFirst();
        assertThat(kept.fileName()).isEqualTo("drawing.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(in(chen, () -> chats.file(kept.id())).orElseThrow().content()).isEqualTo(pdf.content());
        assertThat(in(person(organisation("Stranger", Kind.BOTH)), () -> chats.file(kept.id()))).isEmpty();
        for (String name : List.of("drawing.png", "drawing.exe", "drawing", "drawing.html")) {
            assertThat(in(anna, () -> chats.post(Subject.ORDER, order, new Chats.Post("", false, new ChatFile(name, "", pdf.content()))))).as(name)
                    .isEqualTo(CommandResult.invalid("file", "file-type"));
        }
        assertThat(in(anna, () -> chats.post(Subject.ORDER, order, new Chats.Post("", false, new ChatFile("x.txt", "", new byte[Chats.LARGEST_FILE + 1])))))
                .isEqualTo(CommandResult.invalid("file", "file-type"));
    }

    @Test
    void aThirdCompanyFindsNothing() {
        Actor stranger = person(organisation("Stranger", Kind.BOTH));
        assertThat(says(stranger, "hello", false)).isInstanceOf(CommandResult.NotFound.class);
        assertThat(in(stranger, () -> chats.find(Subject.ORDER, order))).isEmpty();
        assertThat(says(anna, " ", false)).isEqualTo(CommandResult.invalid("text", "required"));
        assertThat(says(anna, "x".repeat(4001), false)).isEqualTo(CommandResult.invalid("text", "tooLong"));
    }
}
