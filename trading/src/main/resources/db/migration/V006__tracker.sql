-- Search by business key. Row-level security keeps the planner from using an index on an operator that is not leakproof
-- (array containment, LIKE), so these two run with the owner's rights and ask for the actor themselves. They tell ids only.

create function find_messages(
  term text, part boolean, before uuid, size int,
  wanted_direction text, wanted_type text, wanted_status text, wanted_org uuid, since timestamptz, until timestamptz)
returns table (id uuid, at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'with hit as materialized (select m.id, m.created_at, m.direction, m.type, m.status, m.organisation_id, m.counterparty_id, m.interchange_id from message m where '
    || case when part then 'm.search_text like $1' else 'm.business_keys @> array[$1]' end || ')
     select h.id, h.created_at from hit h
      where (app_hub() or app_operator() or h.organisation_id = app_org() or h.counterparty_id = app_org())
        and ($2 is null or h.id < $2)
        and ($4 is null or h.direction = $4)
        and ($5 is null or h.type = $5)
        and ($6 is null or h.status = $6 or (h.direction = ''OUTBOUND'' and exists (select 1 from interchange i where i.id = h.interchange_id and i.status = $6)))
        and ($7 is null or h.organisation_id = $7 or h.counterparty_id = $7)
        and ($8 is null or h.created_at >= $8)
        and ($9 is null or h.created_at < $9)
      order by h.id desc limit $3'
  using case when part then '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%' else term end,
    before, size, wanted_direction, wanted_type, wanted_status, wanted_org, since, until;
end $$;
revoke execute on function find_messages from public;
grant execute on function find_messages to tradelane_app;
