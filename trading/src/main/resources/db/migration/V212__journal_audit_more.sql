-- Room: journal. The audit trail tells of approval policies and exported lists too; its index is over the same kinds as AuditTrail asks for.
drop index state_transition_audit;
create index state_transition_audit on state_transition (id) where entity_type in
  ('PARTNER', 'AGREEMENT', 'CHANNEL', 'ALERT_RULE', 'OBLIGATION_TERM', 'CORRECTION_RULE', 'CORRECTION', 'REPLAY', 'RETENTION_RULE', 'LEGAL_HOLD',
   'RETENTION_RUN', 'PARTY_CHANGE', 'PERSON', 'APPROVAL_POLICY', 'EXPORT');
