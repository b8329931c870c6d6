-- Room: catalogue. The operator changes and retires categories, their attributes and words of the same meaning.
alter table category
    add column version     int not null default 1,
    add column retired_at  timestamptz,          -- no more articles are put into it; those in it stay
    add column index_after uuid;                 -- articles in it and below it are indexed anew from this one on; null: all are
create index category_to_index on category (id) where index_after is not null;
alter table category_attribute add column retired_at timestamptz;   -- no more asked for and shown; what was said stays in the articles
alter table search_synonym add column version int not null default 1;

-- Counts the changes of the words that searches are read by. Every search asks for it, so none goes by words of yesterday.
create table search_vocabulary (
    single  boolean primary key default true check (single),
    version bigint not null,
    prices_on date not null                      -- up to which day the beginnings and ends of prices are in the index
);
insert into search_vocabulary (version, prices_on) values (1, current_date - 1);
alter table search_vocabulary enable row level security;
alter table search_vocabulary force row level security;
create policy directory on search_vocabulary for select using ((select app_scope()) is not null);
create policy kept_by_hub on search_vocabulary for update using ((select app_hub())) with check ((select app_hub()));
call operator_writes('search_vocabulary');
