-- Room: contract. The key with which a company signs, and that of the hub's own authority, which issues certificates to whoever has none of
-- a licensed one. Keys are encrypted by the installation key.
create table contract_key (
    id              uuid primary key,
    organisation_id uuid not null references organisation (id),
    use             text not null check (use in ('SIGNER', 'AUTHORITY')),
    certificate_pem text not null,
    key_enc         text not null,
    created_by      text not null,
    created_at      timestamptz not null,
    unique (organisation_id, use)
);
call protect('contract_key', 'organisation_id');
drop policy auditor_reads on contract_key;
