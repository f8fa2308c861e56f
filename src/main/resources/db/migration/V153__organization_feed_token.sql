-- The private address of a person's calendar feed: only its hash is kept.
create table feed_token (
    person_id bigint primary key references person (id),
    token_hash varchar(64) not null,
    made_at timestamp(3) with time zone not null,
    constraint feed_token_hash unique (token_hash)
);
