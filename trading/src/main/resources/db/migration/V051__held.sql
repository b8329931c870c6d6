-- What is held is looked at again and again for whether what it waits for has come.
create index message_held on message (created_at) where status = 'HELD';
