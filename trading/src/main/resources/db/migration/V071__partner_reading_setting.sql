-- Room: partner. How what a company sends is read otherwise than everybody's.
create table reading_setting (
    id              uuid primary key,
    organisation_id uuid not null references organisation (id),
    format          text not null check (format ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    document_type   text,
    code_lists      text check (code_lists in ('STRICT', 'LENIENT')),
    rules           boolean,
    table_mapping   text check (length(table_mapping) <= 100000),
    -- Not now(): what is changed twice in one transaction has changed twice.
    changed_at      timestamptz not null default clock_timestamp(),
    check (code_lists is not null or rules is not null or table_mapping is not null),
    unique nulls not distinct (organisation_id, format, document_type)
);

call protect('reading_setting', 'organisation_id');
call operator_reads('reading_setting');
call operator_writes('reading_setting');
