-- When an owner last changed the title, the note or the expiry.
alter table deepdive_link add column edited bigint;

-- "My links", and how many there are.
create index deepdive_link_owner on deepdive_link (owner, created);
