package io.tradelane.trading.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was said about a document, as the caller may read it.
 *
 * @param number of the document
 * @param other the other company
 * @param open whether the other company can be spoken to; what it does not see yet can only be noted
 * @param messages oldest first; the last 500
 * @param people of both companies, who can be mentioned
 * @param unread how many of the messages the caller has not read
 */
public record ChatView(
        Subject subject, UUID id, String number, UUID other, boolean open, List<Message> messages, List<Person> people, int unread) {

    /**
     * @param internal a note of the caller's company
     * @param mentions names of people
     * @param mentioned whether the caller is among them
     */
    public record Message(
            UUID id,
            Instant at,
            UUID organisation,
            String author,
            boolean internal,
            boolean unread,
            String text,
            List<String> mentions,
            boolean mentioned,
            List<Attachment> attachments) {}

    /** @param sha256 hexadecimal */
    public record Attachment(UUID id, String fileName, String mediaType, int size, String sha256) {}

    public record Person(UUID id, String name, UUID organisation) {}
}
