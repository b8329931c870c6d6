-- Room: partner. Where two people are needed to change an agreement, one wants it to end and another ends it.
alter table agreement
  add column end_wanted_by text,
  add column end_wanted_by_id uuid,
  add column end_wanted_at timestamptz,
  add check ((end_wanted_by is null) = (end_wanted_at is null));

-- What waits follows the channel of its agreement also while it gathers.
create or replace function agreement_moves_lane() returns trigger language plpgsql as $$
begin
  update outbox set lane_id = coalesce((new.terms ->> 'channel')::uuid, '00000000-0000-0000-0000-000000000000')
   where agreement_id = new.agreement_id and status in ('QUEUED', 'GATHERING');
  return null;
end $$;
drop index outbox_agreed;
create index outbox_agreed on outbox (agreement_id) where status in ('QUEUED', 'GATHERING');
-- Versions that were put into force ahead of their time: what waits follows them when it comes.
create index agreement_version_ahead on agreement_version (valid_from) where status = 'ACTIVE' and valid_from > activated_at;

-- What was only shown because nothing was agreed can be sent when something is.
create index outbox_shown on outbox (from_org_id, to_org_id, document_type, seq) where status = 'PORTAL';
