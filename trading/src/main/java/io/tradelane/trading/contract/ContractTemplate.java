package io.tradelane.trading.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is begun with.
 *
 * @param owner {@code null}: the operator's, for everybody to begin with
 * @param params the template's variables with their usual values; {@code paymentTerms} and {@code deliveryTerms} among them are those of the contract
 */
public record ContractTemplate(
        UUID id, @Nullable UUID owner, ContractType type, String nameEn, String nameZh, List<Clause> clauses, Map<String, String> params, int version) {}
