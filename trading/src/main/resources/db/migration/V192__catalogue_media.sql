-- Room: catalogue. Pictures and films of articles: the bytes once by their hash, in pieces, so that a part of a film is read without the rest.
create table media (
    id              uuid primary key,
    sha256          char(64) not null unique,
    content_type    text not null,
    size_bytes      bigint not null,
    width           int,
    height          int,
    thumbnail       bytea,
    created_at      timestamptz not null default now()
);
create table media_chunk (
    media_id uuid not null references media on delete cascade,
    position int not null,
    bytes    bytea not null,
    primary key (media_id, position)
);
create table article_media (
    article_id      uuid not null references article on delete cascade,
    media_id        uuid not null references media,
    supplier_org_id uuid not null references organisation,
    position        int not null,
    file_name       text not null,
    created_at      timestamptz not null default now(),
    primary key (article_id, media_id)
);
create index article_media_media on article_media (media_id);

-- A picture is seen by whoever sees an article that has it.
call protect('article_media', 'supplier_org_id');
call operator_reads('article_media');
create policy shown on article_media for select using (exists (select from article a where a.id = article_id));

do $$
declare
  target text;
  seen text;
begin
  foreach target in array array['media', 'media_chunk'] loop
    seen := format('exists (select from article_media m where m.media_id = %I.%s)', target, case target when 'media' then 'id' else 'media_id' end);
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy seen on %I for select using ((select app_hub()) or (select app_auditor()) or %s)', target, seen);
    -- What is stored under a hash stays: it is added by whoever brings it first, and never changed.
    execute format('create policy brought on %I for insert with check ((select app_hub()) or (select app_org()) is not null)', target);
    execute format('revoke update, truncate on %I from tradelane_app', target);
  end loop;
end $$;
