package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of a contract for machines: the same that its paper says to people, written once; its SHA-256 is the version's hash.
 *
 * @param total of all lines in {@code currency}; {@code null} where a line has no quantity
 * @param clauses as they were written, with their variables
 */
public record ContractTwin(
        String number,
        int version,
        int amendment,
        ContractType type,
        String title,
        Party buyer,
        Party supplier,
        String currency,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        LocalDate signBy,
        @Nullable String paymentTerms,
        @Nullable String deliveryTerms,
        @Nullable String total,
        Map<String, String> params,
        List<Line> lines,
        List<Clause> clauses) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public record Party(String name, @Nullable String nameLocal, @Nullable String gln) {}

    /** @param price of {@code priceBasis} units */
    public record Line(
            String lineNumber, Item item, String unit, @Nullable BigDecimal quantity, BigDecimal price, BigDecimal priceBasis, @Nullable LocalDate delivery) {}

    public ContractTwin {
        params = new TreeMap<>(params);
    }

    String json() {
        return MAPPER.writeValueAsString(this);
    }

    static String params(Map<String, String> params) {
        return MAPPER.writeValueAsString(new TreeMap<>(params));
    }

    static Map<String, String> params(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JacksonException broken) {
            throw new IllegalStateException("parameters that are no JSON", broken);
        }
    }

    static byte[] sha256(String json) {
        return sha256(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
