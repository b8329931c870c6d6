-- Whether an earlier message of the same deal still waits is asked for each interchange of one message before it is applied at
-- once. Few interchanges are ever PROCESSING, so the index is all but empty.
create index interchange_open on interchange (organisation_id) where status = 'PROCESSING';
