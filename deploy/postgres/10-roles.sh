#!/bin/sh
# Runs once, when PostgreSQL makes its data folder: the owner, who migrates, and the worker, who may neither own a table
# nor pass row-level security.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$TRADELANE_OWNER_PASSWORD" -v app_password="$TRADELANE_APP_PASSWORD" <<'SQL'
CREATE ROLE tradelane_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE tradelane_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS PASSWORD :'app_password';
CREATE DATABASE tradelane OWNER tradelane_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE tradelane FROM PUBLIC;
GRANT CONNECT ON DATABASE tradelane TO tradelane_app;
\connect tradelane
ALTER SCHEMA public OWNER TO tradelane_owner;
GRANT USAGE ON SCHEMA public TO tradelane_app;
SQL
