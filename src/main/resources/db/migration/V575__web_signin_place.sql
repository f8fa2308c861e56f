-- From which addresses an account was signed in to lately: there its owner is not kept out by those who guess from elsewhere.
create table signin_place (
    account varchar(100) not null,
    address varchar(64) not null,
    seen_at timestamp(3) with time zone not null,
    primary key (account, address)
);
create index signin_place_seen on signin_place (seen_at);
