-- Room: chat. What people of two companies say to each other about a document, and what they note among themselves: a message without a
-- counterparty is a note, and the other company's rows never show it. Written once; texts and files are encrypted.
create table chat_message (
    id              uuid primary key,
    subject         text not null,
    subject_id      uuid not null,
    organisation_id uuid not null references organisation (id),
    counterparty_id uuid references organisation (id),
    user_id         uuid,
    author          text not null,
    source          text not null,
    body_enc        text not null,
    mentions        uuid[] not null default '{}',
    at              timestamptz not null
);
create index on chat_message (subject, subject_id, id);
create index on chat_message (organisation_id, id);
create index on chat_message (counterparty_id, id);
call protect('chat_message', 'organisation_id', 'counterparty_id');
call append_only('chat_message');

create table chat_attachment (
    id              uuid primary key,
    message_id      uuid not null references chat_message (id),
    organisation_id uuid not null references organisation (id),
    counterparty_id uuid references organisation (id),
    file_name       text not null,
    media_type      text not null,
    size            int not null,
    sha256          bytea not null,
    content_enc     text not null
);
alter table chat_attachment alter column content_enc set storage external;
create index on chat_attachment (message_id);
call protect('chat_attachment', 'organisation_id', 'counterparty_id');
call append_only('chat_attachment');

-- How far a person has read; her own.
create table chat_read (
    user_id    uuid not null,
    subject    text not null,
    subject_id uuid not null,
    read_at    timestamptz not null,
    primary key (user_id, subject, subject_id)
);
alter table chat_read enable row level security;
alter table chat_read force row level security;
create policy own on chat_read using ((select app_hub()) or user_id = (select app_user())) with check ((select app_hub()) or user_id = (select app_user()));
