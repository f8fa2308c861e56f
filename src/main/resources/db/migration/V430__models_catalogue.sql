-- The catalogue of models: its pictures, and what its pages are read by.

-- The picture of a kind, drawn small for lists; the file it was made of stays among the attachments of the kind.
create table model_kind_picture (
    kind_id bigint primary key references model_kind (id),
    media_type varchar(40) not null,
    content bytea not null,
    sha256 varchar(64) not null,
    -- what it shows, for who cannot see it
    caption varchar(200) not null,
    added_by bigint not null,
    added_at timestamp(3) with time zone not null
);

-- The newest sites of one state, or of one level, without reading the others.
create index model_site_by_state on model_site (state, id);
create index model_site_by_level on model_site (recognised_level, id);
