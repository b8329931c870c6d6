-- Sessions of the portal, as Spring Session's JDBC repository names and reads them. They belong to browsers, not to organisations.
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(320)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Wrong passwords, counted per account and per address; both only as SHA-256.
create table sign_in_throttle (
    subject       bytea primary key,
    failures      int         not null,
    window_start  timestamptz not null,
    blocked_until timestamptz
);

comment on table spring_session is 'shared: sessions belong to browsers, found by an unguessable id';
comment on table spring_session_attributes is 'shared: see spring_session';
comment on table sign_in_throttle is 'shared: counted before anybody is signed in; holds hashes only';
