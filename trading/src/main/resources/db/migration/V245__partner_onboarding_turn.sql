-- Room: partner. One process at a time lets the counterparty's twin answer; a lease, so that one that dies holds nobody up.
alter table onboarding add column answering_until timestamptz;
