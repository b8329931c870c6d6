-- Room: catalogue. Files of articles that a supplier uploads: the bytes, what each row would do, and what was done.
create table article_upload (
    id              uuid primary key,
    supplier_org_id uuid not null references organisation,
    file_name       text not null,
    xlsx            boolean not null,
    content         bytea not null,
    state           text not null check (state in ('READING', 'PREVIEW', 'REFUSED', 'APPLYING', 'APPLIED')),
    header          jsonb not null default '[]',
    total           int not null default 0,
    done            int not null default 0,
    created         int not null default 0,
    updated         int not null default 0,
    unchanged       int not null default 0,
    wrong           int not null default 0,
    problem         text,
    created_by      text not null,
    created_at      timestamptz not null
);
create index article_upload_list on article_upload (supplier_org_id, id desc);
create index article_upload_open on article_upload (id) where state in ('READING', 'APPLYING');

create table article_upload_row (
    upload_id uuid not null references article_upload on delete cascade,
    number    int not null,
    cells     jsonb not null,
    outcome   text not null check (outcome in ('CREATE', 'UPDATE', 'UNCHANGED', 'WRONG')),
    said      jsonb,
    problems  jsonb not null default '[]',
    primary key (upload_id, number)
);
call protect('article_upload', 'supplier_org_id');
call protect_child('article_upload_row', 'upload_id', 'article_upload');
