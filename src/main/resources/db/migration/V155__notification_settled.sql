-- What a notice asked for is done: its rows are found by their dossier.
create index notice_of_dossier on notice (dossier_type, dossier_id);
