-- Times are milliseconds since 1970 in UTC. The same statements suit SQLite and PostgreSQL.
create table deepdive_link (
  id varchar(32) primary key,
  path text not null,
  labels text not null,
  title text not null,
  note text not null,
  created bigint not null,
  expires bigint,
  revoked bigint,
  locked integer not null,
  owner varchar(64) not null,
  data_hash varchar(64) not null,
  rules_hash varchar(64) not null,
  code_hash varchar(64) not null,
  frozen_hash varchar(64) not null,
  frozen text not null
);
