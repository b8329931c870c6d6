-- Room: exchange. What a document was taken out of, such as a signed message, belongs to its interchange: it is kept and deleted with it.
create index interchange_original on interchange (((properties ->> 'evidence')::uuid)) where properties ? 'evidence';

create or replace function payload_uses(payload uuid) returns table (interchange_id uuid) language sql stable as $$
  select i.id from interchange i where i.payload_id = $1
  union select i.id from interchange i where i.properties ? 'evidence' and (i.properties ->> 'evidence')::uuid = $1
  union select a.interchange_id from delivery_attempt a where a.receipt_payload_id = $1
  union select c.original_id from correction c where c.payload_id = $1
$$;
