-- What a POST of the API was answered, for 24 hours: sent again with the same Idempotency-Key it is answered the same and done once.
create table idempotency (
    person varchar(100) not null,
    token varchar(200) not null,
    request_hash varchar(64) not null,
    -- Null while the first one is still being worked on.
    status int,
    content_type varchar(200),
    location varchar(1000),
    body varchar(1000000),
    created_at timestamp(3) with time zone not null,
    primary key (person, token)
);
create index idempotency_by_age on idempotency (created_at);
