-- Login roles of Hengji, created once by a superuser: psql -v ON_ERROR_STOP=1 -f roles.sql
-- Passwords come from the environment of psql: HENGJI_OWNER_PASSWORD, HENGJI_USER_PASSWORD, HENGJI_DISPATCHER_PASSWORD.
--   app_owner       owns the database and its tables; runs migrations only
--   app_user        web and workers; owns nothing, cannot pass row-level security
--   app_dispatcher  reads and marks the outbox of every bureau, nothing else
\getenv owner_password HENGJI_OWNER_PASSWORD
\getenv user_password HENGJI_USER_PASSWORD
\getenv dispatcher_password HENGJI_DISPATCHER_PASSWORD

create role app_owner login nosuperuser nobypassrls nocreaterole nocreatedb noinherit password :'owner_password';
create role app_user login nosuperuser nobypassrls nocreaterole nocreatedb noinherit password :'user_password';
create role app_dispatcher login nosuperuser nobypassrls nocreaterole nocreatedb noinherit password :'dispatcher_password';

create database hengji owner app_owner encoding 'UTF8' template template0;
revoke all on database hengji from public;
grant connect on database hengji to app_user, app_dispatcher;
-- The queue's functions add jobs by way of temporary tables.
grant temporary on database hengji to app_user;
\connect hengji
alter schema public owner to app_owner;
revoke all on schema public from public;
