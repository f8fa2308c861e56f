-- Which person a foreign sign-in service means by its subject. Roles never come from there.
create table oidc_link (
    issuer varchar(500) not null,
    subject varchar(255) not null,
    person_id bigint not null references person (id),
    linked_at timestamp(3) with time zone not null,
    linked_by bigint not null references person (id),
    primary key (issuer, subject),
    constraint oidc_link_of_person unique (person_id)
);
