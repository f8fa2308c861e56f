-- What the demo must remember over a restart: how far its clock is ahead, how its password was made.
create table demo_setting (
    name varchar(40) primary key,
    content varchar(400) not null
);
