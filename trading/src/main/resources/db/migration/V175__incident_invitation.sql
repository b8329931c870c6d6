-- Room: incident. Invitations go by mail like all that people are told.
alter table notice add column onboarding_id uuid references onboarding;
create index notice_onboarding on notice (onboarding_id, id) where onboarding_id is not null;
