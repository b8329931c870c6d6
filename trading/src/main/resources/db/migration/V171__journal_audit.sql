-- Room: journal. What people and machines set up and decided, among all that happened; AuditTrail asks by these kinds.
create index state_transition_audit on state_transition (id) where entity_type in
  ('PARTNER', 'AGREEMENT', 'CHANNEL', 'ALERT_RULE', 'OBLIGATION_TERM', 'CORRECTION_RULE', 'CORRECTION', 'REPLAY', 'RETENTION_RULE', 'LEGAL_HOLD',
   'RETENTION_RUN', 'PARTY_CHANGE', 'PERSON');
