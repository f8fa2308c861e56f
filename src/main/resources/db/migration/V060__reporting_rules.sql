-- What the law and the guidance say, as dated rows: nothing of it is written into the code (ARCHITECTURE 25).
-- Every row says from when to when it holds, on what it rests and how far that was verified (marks of DOMAIN §0).

create table report_section (
    code varchar(10) not null,
    position integer not null,
    title varchar(200) not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);

create table indicator (
    code varchar(10) not null,
    position integer not null,
    section varchar(10) not null,
    name varchar(200) not null,
    unit_name varchar(60) not null,
    -- stock: what stands at the end of the period; flow: what happened in it; ratio: recomputed, never entered
    kind varchar(20) not null,
    -- SUM, SUM_OF_LATEST, DISTINCT (by kind), COUNT_SUBORDINATES (those with D3 > 0), RATIO
    roll_up varchar(20) not null,
    -- only in the year's report
    year_only boolean not null,
    -- may be "đang chờ quyết định"
    pending_allowed boolean not null,
    integer_only boolean not null,
    -- collective and individual, separately
    by_recipient boolean not null,
    -- whether a report may be submitted without saying anything about it
    required boolean not null,
    -- numerator/denominator of a ratio
    derived varchar(40),
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);

create table report_rule (
    code varchar(40) not null,
    -- NOT_ABOVE, TOTAL, YEAR_NOT_BELOW_HALF, WITHIN_COMMUNES refuse; DROP_OVER, JUMP_OVER ask for a reason
    kind varchar(30) not null,
    -- the figure the rule looks at, * for all it fits
    subject varchar(40) not null,
    -- what it is held against
    against varchar(400),
    -- percent of a drop; times of a jump, up or down
    threshold numeric(19,4),
    -- figures of last year below this are too small to compare
    floor_value numeric(19,4),
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);

create table report_span (
    period_kind varchar(10) not null,
    from_month integer not null,
    from_day integer not null,
    -- 1 when the period begins in the year before
    from_year_before integer not null,
    to_month integer not null,
    to_day integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (period_kind, valid_from)
);

create table report_deadline (
    period_kind varchar(10) not null,
    level_no integer not null,
    -- the last day that is literally in time
    due_month integer not null,
    due_day integer not null,
    -- ROLL: a day off rolls to the next working day, marked; STRICT: it does not; BACK: the date itself moves back to a working day
    on_day_off varchar(10) not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (period_kind, level_no, valid_from)
);

create table report_term (
    -- RETURN: to complete a returned report; ACCEPT: for the superior to look at it; SPAN: to answer for a free span
    code varchar(10) not null,
    working_days integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);

create table report_four_eyes (
    level_no integer not null,
    -- whether one person who holds both posts alone may approve what that person drafted
    single_holder_allowed boolean not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (level_no, valid_from)
);

create table commune_count (
    unit_code varchar(40) not null,
    communes integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (unit_code, valid_from)
);
