-- What waits for whom: our own table, written in the engine's transaction from its history events.
create table task (
    id varchar(64) primary key,
    process varchar(255) not null,
    process_name varchar(255) not null,
    definition varchar(255) not null,
    instance varchar(64) not null,
    step varchar(255) not null,
    name varchar(255) not null,
    form varchar(255),
    four_eyes varchar(255),
    unit_role varchar(64) not null,
    dossier_type varchar(31) not null,
    dossier_id varchar(40) not null,
    dossier_title varchar(1000) not null,
    dossier_unit_id bigint,
    post varchar(64) not null,
    -- Whose post does it, and whose holders see it: the nearest superior's where the post has no holder.
    unit_id bigint,
    desk_unit_id bigint,
    assignee_id bigint,
    assignee_username varchar(100),
    assignee_name varchar(200),
    due date,
    -- The due date again, 9999-12-31 for none: keyset paging knows no nulls.
    due_key date not null,
    sent_by varchar(620),
    created_at timestamp(3) with time zone not null
);
create index task_at_desk_by_due on task (post, desk_unit_id, due_key, id);
create index task_at_desk_by_age on task (post, desk_unit_id, created_at, id);
create index task_of_dossier on task (dossier_type, dossier_id);
create index task_of_unit on task (post, unit_id);

-- Words of a task without diacritics, as organization.VietnameseText cuts them.
create table task_word (
    task_id varchar(64) not null references task (id) on delete cascade,
    word varchar(100) not null,
    primary key (task_id, word)
);
create index task_word_by_prefix on task_word (word, task_id);

-- Who did which step of which dossier: four eyes asks it, and so does "already done by …". A task that was cancelled has no person.
create table closed_task (
    id varchar(64) primary key,
    process varchar(255) not null,
    instance varchar(64) not null,
    step varchar(255) not null,
    name varchar(255) not null,
    dossier_type varchar(31) not null,
    dossier_id varchar(40) not null,
    post varchar(64) not null,
    unit_id bigint,
    desk_unit_id bigint,
    person_id bigint,
    person_name varchar(200),
    acted_as varchar(400),
    outcome varchar(64),
    closed_at timestamp(3) with time zone not null
);
create index closed_task_in_run on closed_task (instance, step);
create index closed_task_of_dossier on closed_task (dossier_type, dossier_id, closed_at);

-- What replay needs (ARCHITECTURE 21). The definition's deployment holds the rule tables too, so its id is the rule version.
create table decision_fact (
    task_id varchar(64) primary key,
    process varchar(255) not null,
    definition varchar(255) not null,
    instance varchar(64) not null,
    step varchar(255) not null,
    dossier_type varchar(31) not null,
    dossier_id varchar(40) not null,
    person_id bigint not null,
    post varchar(64) not null,
    unit_id bigint,
    outcome varchar(64) not null,
    answers varchar(1000000) not null,
    variables varchar(1000000) not null,
    decided_at timestamp(3) with time zone not null
);
create index decision_fact_of_step on decision_fact (process, step, decided_at);

-- Answers not handed in yet. They belong to the step, not to the task, and outlive its row.
create table task_draft (
    dossier_type varchar(31) not null,
    dossier_id varchar(40) not null,
    step varchar(255) not null,
    person_id bigint not null,
    step_name varchar(255) not null,
    answers varchar(1000000) not null,
    version bigint not null,
    updated_at timestamp(3) with time zone not null,
    primary key (dossier_type, dossier_id, step, person_id)
);
