package io.tradelane.trading.invoice;

import io.tradelane.trading.exchange.Inbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents that came before what they need: an ORDRSP before its order, a credit note or a remittance advice before its invoice, a code or a party before it was
 * known, a change before the one that is to be decided first, a release of a schedule before the one it follows.
 */
@Component
public class WaitingDocuments {
    /**
     * Between the same two companies, and come since the document was judged (a minute for what was under way then): what
     * was there before did not help it, and would not now. One whose incident a person closed waits for nothing any more.
     */
    private static final String ARRIVED = """
            select m.id from message m
             where m.status = 'HELD' and m.direction = 'INBOUND'
               and (select n.status from incident n where n.message_id = m.id and n.cause = 'MESSAGE_HELD' order by n.id desc limit 1)
                     is distinct from 'CLOSED'
               and case m.verdict_args ->> 'reason'
                     when 'UNKNOWN_ORDER' then m.verdict_args ->> 'detail' <> '' and
                       not exists (select from unnest(string_to_array(m.verdict_args ->> 'detail', ', ')) as wanted (number)
                                    where not exists (select from purchase_order o where o.number = wanted.number
                                             and (o.supplier_org_id, o.buyer_org_id) in
                                                 ((m.organisation_id, m.counterparty_id), (m.counterparty_id, m.organisation_id))
                                             and o.created_at > m.decided_at - interval '1 minute'))
                     when 'PREDECESSOR_MISSING' then
                       exists (select from po_change c join purchase_order o on o.id = c.order_id
                                where o.number || '/' || c.sequence = m.verdict_args ->> 'detail'
                                  and o.buyer_org_id = m.organisation_id and c.proposed_at > m.decided_at - interval '1 minute')
                       or exists (select from delivery_schedule s
                                where m.verdict_args ->> 'detail' in (s.release, s.number)
                                  and s.buyer_org_id = m.organisation_id and s.supplier_org_id = m.counterparty_id
                                  and s.created_at > m.decided_at - interval '1 minute')
                     when 'CHANGE_PENDING' then
                       exists (select from purchase_order o where o.number = m.verdict_args ->> 'detail'
                                  and (o.supplier_org_id, o.buyer_org_id) in
                                      ((m.organisation_id, m.counterparty_id), (m.counterparty_id, m.organisation_id))
                                  and o.agreement not in ('CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER', 'CANCEL_PENDING'))
                     when 'UNKNOWN_SHIPMENT' then
                       exists (select from shipment s where s.created_at > m.decided_at - interval '1 minute'
                                  and (s.number = any (m.business_keys) or s.carrier_reference = any (m.business_keys)
                                    or exists (select from package p where p.shipment_id = s.id and p.sscc = any (m.business_keys))))
                       or exists (select from transport_order t where t.created_at > m.decided_at - interval '1 minute' and t.carrier_org_id = m.organisation_id
                                    and (t.number = any (m.business_keys) or t.carrier_reference = any (m.business_keys)))
                     when 'UNKNOWN_TRANSPORT_ORDER' then
                       exists (select from transport_order t where t.number = m.verdict_args ->> 'detail'
                                  and m.organisation_id in (t.carrier_org_id, t.shipper_org_id) and t.created_at > m.decided_at - interval '1 minute')
                     when 'UNKNOWN_INSTRUCTION' then
                       exists (select from payment_instruction i where i.number = m.verdict_args ->> 'detail'
                                  and (i.bank_org_id = m.organisation_id or i.bank_org_id is null and i.org_id = m.counterparty_id)
                                  and i.created_at > m.decided_at - interval '1 minute')
                     when 'UNKNOWN_REQUEST' then
                       exists (select from rfq r join rfq_invitee i on i.rfq_id = r.id
                                where r.number = m.verdict_args ->> 'detail' and r.buyer_org_id = m.counterparty_id
                                  and i.supplier_org_id = m.organisation_id and r.published_at > m.decided_at - interval '1 minute')
                     when 'UNKNOWN_INVOICE' then
                       m.verdict_args ->> 'detail' <> '' and
                       not exists (select from unnest(string_to_array(m.verdict_args ->> 'detail', ', ')) as wanted (number)
                                    where not exists (select from invoice i where i.number = wanted.number
                                             and (i.supplier_org_id, i.buyer_org_id) in
                                                 ((m.organisation_id, m.counterparty_id), (m.counterparty_id, m.organisation_id))
                                             and i.created_at > m.decided_at - interval '1 minute'))
                     when 'UNKNOWN_PARTY' then
                       not exists (select from unnest(string_to_array(m.verdict_args ->> 'detail', ', ')) as wanted (party)
                                    where not exists (select from organisation_identifier i
                                           where i.scheme = split_part(wanted.party, ' ', 2) and i.value = split_part(wanted.party, ' ', 3)
                                             and (not exists (select from organisation s where s.id = m.organisation_id and s.twin_of is not null)
                                               or exists (select from organisation t where t.twin_of = i.organisation_id))))
                     when 'UNKNOWN_CODE' then
                       not exists (select from unnest(string_to_array(m.verdict_args ->> 'detail', ', ')) as wanted (code)
                                    where not exists (select from cross_reference c
                                           where c.organisation_id = m.organisation_id and c.validity @> current_date
                                             and c.kind || ' ' || c.theirs = wanted.code))
                   end
             order by m.created_at
             limit 100
            """;
    private final JdbcClient jdbc;
    private final Inbox inbox;

    WaitingDocuments(JdbcClient jdbc, Inbox inbox) {
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    /** Puts those whose order, invoice or code is there now back into the inbox, the oldest first. @return how many */
    @Transactional
    public int release() {
        List<UUID> arrived = jdbc.sql(ARRIVED).query(UUID.class).list();
        return (int) arrived.stream().filter(inbox::retryHeld).count();
    }
}
