-- :messages messages over a year: a deal has an order, its answer, its despatch advice and its invoice, days apart, each in an interchange of its own.
-- A hundred buyers and a hundred suppliers, some large and many small; 5,000 articles, three a message.
begin;   -- one now() for all
insert into organisation (id, name, kind, currency)
select (lpad(to_hex(n), 32, '0'))::uuid, case when n <= 100 then 'Buyer ' else 'Supplier ' end || n, case when n <= 100 then 'BUYER' else 'SUPPLIER' end, 'EUR'
  from generate_series(1, 200) n;
insert into payload (id, media_type, size, sha256, content) values (lpad('1', 32, '0')::uuid, 'application/EDIFACT', 1, '\x00', '\x00');

create temp view generated as
with row as (
  select n, n % 4 as kind, greatest(n / 4 - (n % 4) * (:messages / 365), n % 4) as deal,
         (extract(epoch from now()) * 1000 - 365 * 86400000.0 + n * (365 * 86400000.0 / :messages))::bigint as ms
    from generate_series(0::bigint, :messages - 1) n),
made as (
  select n, kind, deal, ms,
         (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
         (1 + floor(100 * ((deal * 48271 % 1000) / 1000.0) ^ 3))::int as buyer,
         (101 + floor(100 * ((deal * 69621 % 1000) / 1000.0) ^ 3))::int as supplier
    from row)
select n, kind, id, to_timestamp(ms / 1000.0) as at,
       lpad(to_hex(case when kind = 0 then buyer else supplier end), 32, '0')::uuid as organisation_id,
       lpad(to_hex(case when kind = 0 then supplier else buyer end), 32, '0')::uuid as counterparty_id,
       (array['ORDERS', 'ORDRSP', 'DESADV', 'INVOIC'])[kind + 1] as type,
       (array['ORDER', 'ORDER_RESPONSE', 'DESPATCH_ADVICE', 'INVOICE'])[kind + 1] as document_type,
       'PO-' || to_char(4000000000 + deal * 7, 'FM0000000000') as order_number,
       (array['PO-', 'OR-', 'LS-', 'RE-'])[kind + 1] || to_char(case when kind = 0 then 4000000000 + deal * 7 else deal * 13 + 5000000 end, 'FM0000000000') as number,
       to_char(n * 3 % 100000000, 'FM00000000') as control,
       array(select (4006381000000 + (deal * 7919 + k * 1297) % 5000)::text from generate_series(0, 2) k) as articles,
       case when kind = 2 then array['3400638100' || to_char(deal, 'FM00000000')] when kind = 3 then array['E2E' || deal * 17] else '{}' end as units,
       case when n % 500 = 7 then 'HELD' when n % 900 = 11 then 'REJECTED' when n % 300 = 5 then 'NO_EFFECT' else 'APPLIED' end as status
  from made;

insert into interchange (id, direction, organisation_id, counterparty_id, door, payload_id, media_type, size, sha256, transport_message_id, file_name, format,
  control_reference, status, message_count, received_at, processed_at)
select id, 'INBOUND', organisation_id, counterparty_id, 'as2', lpad('1', 32, '0')::uuid, 'application/EDIFACT', 1500, '\x00',
       '<' || substr(id::text, 1, 23) || '@partner.example>', type || '_' || number || '_' || control || '.edi', 'EDIFACT', control, 'PROCESSED', 1, at, at
  from generated;

-- As the hub's SearchParts makes them.
create function pg_temp.parts(keys text[]) returns tsvector language sql immutable as $$
  select array_to_tsvector(array(select distinct substr(lower(key), i, 5) from unnest(keys) key, generate_series(1, length(key) - 2) i))
$$;

insert into message (id, interchange_id, direction, organisation_id, counterparty_id, index, siblings, reference, type, version, document_type, document_number,
  document, business_keys, search_text, search_parts, status, byte_start, byte_end, created_at, decided_at)
select id, id, 'INBOUND', organisation_id, counterparty_id, 0, 1, control, type, 'D96A', document_type, number,
       jsonb_build_object('type', document_type, 'document', jsonb_build_object('number', number, 'orderNumber', order_number, 'currency', 'EUR')),
       array[number, order_number] || articles || units || control,
       lower(array_to_string(array[number, order_number] || articles || units || control, E'\n')), pg_temp.parts(array[number, order_number] || articles || units || control), status, 0, 1500, at, at
  from generated;
commit;
