-- Why a hub could not open the channel as it is now: its last word on it.
alter table channel add column problem text;
