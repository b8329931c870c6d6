package io.tradelane.mappings.shared.idoc;

import io.tradelane.trading.document.PartyRole;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Partner functions (PARVW, PARTNER_Q) and roles; texts are those of EDI, which are German and the same in every language. */
public final class Roles {
    private static final Map<String, PartyRole> READ = Map.ofEntries(
            Map.entry("AG", PartyRole.BUYER), Map.entry("SO", PartyRole.BUYER), Map.entry("WE", PartyRole.SHIP_TO),
            Map.entry("LF", PartyRole.SUPPLIER), Map.entry("RE", PartyRole.INVOICEE), Map.entry("RG", PartyRole.PAYER),
            Map.entry("RS", PartyRole.INVOICER), Map.entry("WL", PartyRole.SHIP_FROM), Map.entry("OSP", PartyRole.SHIP_FROM),
            Map.entry("SP", PartyRole.CARRIER), Map.entry("CR", PartyRole.CARRIER), Map.entry("ZE", PartyRole.PAYEE),
            Map.entry("HR", PartyRole.MANUFACTURER), Map.entry("OTP", PartyRole.CONSIGNOR));
    private static final Map<PartyRole, String> WRITTEN = Map.of(
            PartyRole.BUYER, "AG", PartyRole.SHIP_TO, "WE", PartyRole.SUPPLIER, "LF", PartyRole.INVOICEE, "RE", PartyRole.PAYER, "RG",
            PartyRole.INVOICER, "RS", PartyRole.SHIP_FROM, "WL", PartyRole.CARRIER, "SP", PartyRole.PAYEE, "ZE", PartyRole.MANUFACTURER, "HR");

    private Roles() {}

    /** {@code null} for one that is no role here. */
    public static @Nullable PartyRole of(String function) {
        return READ.get(function);
    }

    /** {@code null} for a role that IDocs have no function for. */
    public static @Nullable String code(PartyRole role) {
        return WRITTEN.get(role);
    }
}
