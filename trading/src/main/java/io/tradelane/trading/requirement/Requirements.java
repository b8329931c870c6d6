package io.tradelane.trading.requirement;

import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.order.CommandResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchase requirements of the caller's company. Every command gives the version it was decided on. */
@Service
@Transactional
public class Requirements {
    /** Entity type of a requirement in the journal. */
    public static final String ENTITY = "REQUIREMENT";

    private final WriteRequirement write;
    private final DecideRequirement decide;
    private final SourceRequirement source;
    private final OrderRequirement order;
    private final RequirementReader reader;
    private final RequirementList list;
    private final RequirementJournal journal;

    Requirements(WriteRequirement write, DecideRequirement decide, SourceRequirement source, OrderRequirement order, RequirementReader reader, RequirementList list, RequirementJournal journal) {
        this.write = write;
        this.decide = decide;
        this.source = source;
        this.order = order;
        this.reader = reader;
        this.list = list;
        this.journal = journal;
    }

    /** A draft. A number is unique for the buyer: the same content again has no effect, other content is refused. */
    public CommandResult create(RequirementForm form) {
        return write.create(form);
    }

    /** A draft anew; one that was rejected is a draft again. */
    public CommandResult write(UUID requirement, RequirementForm form, int expectedVersion) {
        return write.write(requirement, form, expectedVersion);
    }

    /** To be approved by somebody else. */
    public CommandResult submit(UUID requirement, int expectedVersion) {
        return decide.submit(requirement, expectedVersion);
    }

    /** @return {@code SeparationOfDuties} for whoever wrote or submitted it, and for a machine */
    public CommandResult approve(UUID requirement, int expectedVersion) {
        return decide.approve(requirement, expectedVersion);
    }

    public CommandResult reject(UUID requirement, @Nullable String reason, int expectedVersion) {
        return decide.reject(requirement, reason, expectedVersion);
    }

    /** What is not ordered of it is not bought any more. */
    public CommandResult close(UUID requirement, int expectedVersion) {
        return decide.close(requirement, expectedVersion);
    }

    /** While nothing is ordered, and no request asks for it. */
    public CommandResult cancel(UUID requirement, @Nullable String reason, int expectedVersion) {
        return decide.cancel(requirement, reason, expectedVersion);
    }

    /**
     * What of a requirement goes to whom.
     *
     * @param lines by number; none asked for by another request, none ordered as a whole
     * @param suppliers may be chosen later, on the request
     * @param zone in which people read the deadline
     */
    public record Sourcing(Set<String> lines, List<UUID> suppliers, OffsetDateTime deadline, String zone) {}

    /** @param rfq the draft that was made; null: none was */
    public record Sourced(CommandResult result, @Nullable UUID rfq) {}

    /** Makes a draft of a request for quotation, whose lines keep their numbers. */
    public Sourced source(UUID requirement, Sourcing sourcing, int expectedVersion) {
        return source.source(requirement, sourcing, expectedVersion);
    }

    /** @param carts into which the lines went, one for each supplier; empty: none did */
    public record Carted(CommandResult result, Set<UUID> carts) {}

    /** Puts what is not ordered of lines with a chosen article into the caller's carts, to be ordered from there. @param lines by number */
    public Carted order(UUID requirement, Set<String> lines, int expectedVersion) {
        return order.order(requirement, lines, expectedVersion);
    }

    /** Says which article of the catalogue a line means. @param article null: none any more */
    public CommandResult choose(UUID requirement, String lineNumber, @Nullable UUID article, int expectedVersion) {
        return source.choose(requirement, lineNumber, article, expectedVersion);
    }

    @Transactional(readOnly = true)
    public Optional<RequirementView> find(UUID requirement) {
        return reader.find(requirement);
    }

    /** Those of which lines are in a request for quotation; a supplier sees none. */
    @Transactional(readOnly = true)
    public List<RequirementView> ofRequest(UUID rfq) {
        return reader.ofRequest(rfq);
    }

    /** Those of which lines are in a cart. */
    @Transactional(readOnly = true)
    public List<RequirementView> ofCart(UUID cart) {
        return reader.ofCart(cart);
    }

    /** Those of which an order orders lines; the supplier sees none. */
    @Transactional(readOnly = true)
    public List<RequirementView> ofOrder(UUID order) {
        return reader.ofOrder(order);
    }

    @Transactional(readOnly = true)
    public RequirementPage list(RequirementFilter filter) {
        return list.page(filter);
    }

    /** What was done to it since that version, oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> changesSince(UUID requirement, int version) {
        return journal.since(requirement, version);
    }
}
