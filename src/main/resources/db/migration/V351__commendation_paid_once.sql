-- Of several awards of one nominee for the same time and achievement only the highest is paid; what lies in which pot is a dated rule.
create table award_together_rule (
    -- TITLES: several emulation titles, AWARDS: several other awards, TITLE_AND_AWARD: one of each
    together varchar(20) not null,
    -- HIGHEST: the highest alone is paid, EACH: every one
    pays varchar(10) not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (together, valid_from)
);
insert into award_together_rule (together, pays, valid_from, legal_basis, verification) values
    ('TITLES', 'HIGHEST', date '2025-07-01', 'NĐ 152/2025/NĐ-CP Điều 49(5): cùng thời gian được tính thì nhận tiền thưởng danh hiệu thi đua cao nhất', 'V'),
    ('AWARDS', 'HIGHEST', date '2025-07-01', 'NĐ 152/2025/NĐ-CP Điều 49(6): thời gian, thành tích khác nhau thì nhận từng khoản; suy ra cùng thời gian, thành tích thì nhận mức cao nhất', 'I'),
    ('TITLE_AND_AWARD', 'EACH', date '2025-07-01', 'NĐ 152/2025/NĐ-CP Điều 49(7): nhận tiền thưởng của danh hiệu thi đua và của hình thức khen thưởng', 'V');

-- What a line would pay by itself (of an annulment: what the annulled line had paid); the decisions by which something was paid before;
-- and that its nominee was found to be another person than those of the same name. All frozen at the release.
alter table award_decision_item add column full_amount bigint;
alter table award_decision_item add column paid_by varchar(1000);
alter table award_decision_item add column apart_reason varchar(500);
alter table award_decision_item add column apart_by bigint;
alter table award_decision_item add column apart_at timestamp(3) with time zone;
