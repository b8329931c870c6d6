package io.tradelane.trading.despatch;

import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a despatch advice does not say of a shipment that was packed here: which packages stand on one pallet, and the serial numbers in them. */
@Component
class Pallets {
    /** UN/ECE Recommendation 21. */
    private static final String PALLET = "PX";
    private final JdbcClient jdbc;
    private final SsccNumbers ssccs;

    Pallets(JdbcClient jdbc, SsccNumbers ssccs) {
        this.jdbc = jdbc;
        this.ssccs = ssccs;
    }

    /** The packages stand as they were packed, and their lines with them. */
    void arrange(UUID shipment, Packing packing, Parties parties) {
        List<UUID> packages = jdbc.sql("select id from package where shipment_id = :shipment order by position").param("shipment", shipment).query(UUID.class).list();
        Map<Integer, UUID> pallets = new TreeMap<>();
        int line = 0;
        for (int i = 0; i < packing.units().size(); i++) {
            Packing.Unit unit = packing.units().get(i);
            if (unit.pallet() != null) {
                UUID pallet = pallets.get(unit.pallet());
                if (pallet == null) {
                    pallet = insert(shipment, parties, packages.size() + pallets.size() + 1);
                    pallets.put(unit.pallet(), pallet);
                }
                jdbc.sql("update package set parent_id = :pallet where id = :id").param("pallet", pallet).param("id", packages.get(i)).update();
            }
            for (Packing.Content content : unit.contents()) {
                line++;
                if (!content.serials().isEmpty()) {
                    jdbc.sql("update package_line set serials = :serials where shipment_id = :shipment and position = :position")
                            .param("serials", content.serials().toArray(String[]::new)).param("shipment", shipment).param("position", line).update();
                }
            }
        }
    }

    private UUID insert(UUID shipment, Parties parties, int position) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into package (id, shipment_id, buyer_org_id, supplier_org_id, position, sscc, package_type)
                        values (:id, :shipment, :buyer, :supplier, :position, :sscc, :type)
                        """)
                .param("id", id).param("shipment", shipment).param("buyer", parties.buyer()).param("supplier", parties.supplier()).param("position", position)
                .param("sscc", ssccs.next(parties.supplier())).param("type", PALLET).update();
        return id;
    }
}
