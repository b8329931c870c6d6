-- Room: catalogue. Saved searches that somebody subscribed to, and what each has found already: a match is told once.
create table article_subscription (
    id              uuid primary key,
    organisation_id uuid not null references organisation (id),
    user_id         uuid not null references app_user (id),
    search_id       uuid not null references saved_search (id) on delete cascade,
    query           jsonb not null,       -- as the search understands it
    link            text not null,        -- to the page that shows it
    created_at      timestamptz not null,
    looked_at       timestamptz not null,
    unique (search_id, user_id)
);
create index article_subscription_due on article_subscription (looked_at);
create index article_subscription_user on article_subscription (user_id);
call protect('article_subscription', 'organisation_id');

create table article_subscription_match (
    subscription_id uuid not null references article_subscription (id) on delete cascade,
    article_id      uuid not null references article (id) on delete cascade,
    primary key (subscription_id, article_id)
);
create index article_subscription_match_article on article_subscription_match (article_id);
call protect_child('article_subscription_match', 'subscription_id', 'article_subscription');
