package io.tradelane.trading.despatch;

import io.tradelane.trading.shared.CheckDigit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way to a buyer, and which of it a code on a package, a paper or a piece belongs to. */
@Service
@Transactional(readOnly = true)
public class ExpectedGoods {
    private static final int MOST = 100;
    private static final String ARRIVAL = """
            select o.id as "order", o.number as order_number, s.id as shipment, s.number as shipment_number, p.name as supplier, p.name_local as supplier_local, s.estimated_arrival,
                   (select count(*) from package k where k.shipment_id = s.id and k.parent_id is null) as packages
            """;
    private final JdbcClient jdbc;

    ExpectedGoods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param shipment {@code null}: the order has none that is not received @param packages of the shipment */
    public record Arrival(
            UUID order, String orderNumber, @Nullable UUID shipment, @Nullable String shipmentNumber, String supplier, @Nullable String supplierLocal,
            @Nullable LocalDate estimatedArrival, int packages) {}

    /** Shipments that are not counted in, what is expected first, first. */
    public List<Arrival> underway(UUID buyer) {
        return jdbc.sql(ARRIVAL + """
                         from shipment s join shipment_order so on so.shipment_id = s.id join purchase_order o on o.id = so.order_id join organisation p on p.id = s.supplier_org_id
                        where s.buyer_org_id = :buyer and s.state <> 'RECEIVED' order by s.estimated_arrival nulls last, s.id limit :most
                        """).param("buyer", buyer).param("most", MOST).query(Arrival.class).list();
    }

    /**
     * What a code names: an SSCC, scanned (with {@code ]C1} or application identifier 00) or typed; the number of an order, a despatch advice or of the
     * carrier; a GTIN of an article that is still to come.
     */
    public List<Arrival> find(UUID buyer, String code) {
        String plain = plain(code);
        String gtin = plain.matches("\\d{8,14}") && CheckDigit.isGtin(plain) ? plain : "";
        return jdbc.sql(ARRIVAL + """
                         from purchase_order o join organisation p on p.id = o.supplier_org_id
                         left join shipment_order so on so.order_id = o.id left join shipment s on s.id = so.shipment_id and s.state <> 'RECEIVED'
                        where o.buyer_org_id = :buyer and (s.id is not null or not exists (select from shipment_order x join shipment y on y.id = x.shipment_id
                                                                                            where x.order_id = o.id and y.state <> 'RECEIVED'))
                          and (o.number = :code or s.number = :code or s.carrier_reference = :code
                               or exists (select from package k where k.shipment_id = s.id and k.sscc = :plain)
                               or cast(:gtin as text) <> '' and exists (select from po_line l where l.order_id = o.id and ltrim(l.gtin, '0') = ltrim(cast(:gtin as text), '0')
                                        and l.received_quantity < l.quantity))
                        order by s.estimated_arrival nulls last, o.id desc, s.id limit :most
                        """)
                .param("buyer", buyer).param("code", code.strip()).param("plain", plain).param("gtin", gtin).param("most", MOST).query(Arrival.class).list()
                .stream().distinct().toList();
    }

    /** Without what scanners and labels put around the digits; 20 digits that begin with 00 are an SSCC behind its identifier, 16 behind 01 a GTIN. */
    static String plain(String code) {
        String digits = code.strip().replaceFirst("^\\]C1", "").replaceAll("[\\s()\\u001d]", "");
        if (digits.matches("00\\d{18}")) {
            return digits.substring(2);
        }
        return digits.matches("(01|02)\\d{14}.*") ? digits.substring(2, 16) : digits;
    }
}
