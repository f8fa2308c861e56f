-- Whether what the request does is committed, written by the same transaction: a node that dies before it could keep the answer leaves behind
-- that the request had its effect. The attempt is the one that may commit; a later one, begun because the first seemed dead, takes its place.
alter table idempotency add column attempt varchar(36);
alter table idempotency add column effect boolean default false not null;
