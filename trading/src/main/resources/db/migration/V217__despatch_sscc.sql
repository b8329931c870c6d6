-- Room: despatch. The GS1 company prefix of a company, for the SSCCs of its packages; without one the first seven digits of its GLN stand for it.
create table gs1_prefix (
    org_id     uuid primary key references organisation (id),
    prefix     text not null check (prefix ~ '^[0-9]{4,12}$'),
    changed_at timestamptz not null
);
call protect('gs1_prefix', 'org_id');
