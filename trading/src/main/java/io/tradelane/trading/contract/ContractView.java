package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract with the versions that the caller may see.
 *
 * @param state as the version in force, else as the last one
 * @param effective the number of the version in force, or of the last that was
 * @param ending who asks to end it, until the other side agrees
 * @param versions oldest first, never empty
 * @param callOffs newest first
 */
public record ContractView(
        UUID id,
        String number,
        ContractType type,
        Company buyer,
        Company supplier,
        ContractState state,
        @Nullable Integer effective,
        @Nullable UUID rfq,
        @Nullable UUID quote,
        @Nullable UUID order,
        @Nullable UUID ending,
        @Nullable String endingReason,
        Instant createdAt,
        int version,
        List<Version> versions,
        List<Called> callOffs) {

    /**
     * @param amendment 0: the contract as it was first agreed
     * @param author the company that wrote it
     * @param sha256 of its JSON twin, hexadecimal
     * @param total of all lines; {@code null} where a line has no quantity
     * @param clauses as written
     * @param texts the clauses as they are read, variables put in
     * @param paper what is signed; {@code null} until it is printed
     */
    public record Version(
            UUID id,
            int n,
            int amendment,
            ContractState state,
            UUID author,
            String title,
            String currency,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            LocalDate signBy,
            @Nullable String paymentTerms,
            @Nullable String deliveryTerms,
            Map<String, String> params,
            @Nullable Money total,
            String sha256,
            @Nullable String note,
            @Nullable String reason,
            Instant createdAt,
            List<Line> lines,
            List<Clause> clauses,
            List<Clause> texts,
            @Nullable Paper paper,
            List<Signed> signatures) {

        public @Nullable Signed signatureOf(UUID organisation) {
            return signatures.stream().filter(signed -> signed.organisation().equals(organisation)).findFirst().orElse(null);
        }
    }

    /**
     * @param quantity {@code null}: without limit
     * @param calledOff in orders that stand
     * @param remaining {@code null}: without limit
     */
    public record Line(
            String lineNumber,
            Item item,
            String unit,
            @Nullable BigDecimal quantity,
            Price price,
            @Nullable Money amount,
            @Nullable LocalDate delivery,
            BigDecimal calledOff,
            @Nullable BigDecimal remaining) {}

    /** @param step how many signatures it has @param sha256 hexadecimal @param size in bytes */
    public record Paper(int step, String sha256, int size) {}

    public record Signed(
            UUID organisation, String signer, String subject, String fingerprint, String level, Instant at, @Nullable Instant stampedAt) {}

    public record Called(String lineNumber, UUID order, String orderNumber, BigDecimal quantity, Instant at) {}

    /** The last that the caller may see. */
    public Version current() {
        return versions.getLast();
    }

    /** What is in force, or was until it ended. */
    public @Nullable Version inForce() {
        return versions.stream().filter(one -> effective != null && one.n() == effective).findFirst().orElse(null);
    }

    /** What was agreed or proposed before a version, to compare with. */
    public @Nullable Version before(Version version) {
        return versions.stream().filter(one -> one.n() < version.n()).reduce((first, second) -> second).orElse(null);
    }
}
