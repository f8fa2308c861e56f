-- The running programs of this installation: each writes its row anew every half minute. Machine's time, never the demo's.
create table node (
    -- made at each start
    id varchar(36) primary key,
    -- host:port, or lantoa.node.name
    name varchar(200) not null,
    version varchar(60),
    started_at timestamp(3) with time zone not null,
    seen_at timestamp(3) with time zone not null
);
