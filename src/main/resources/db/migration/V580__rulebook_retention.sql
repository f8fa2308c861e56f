-- One table says for how long what is kept: what the terms of nominees said by themselves, and what stood in settings, comes into it.
alter table retention_term add column amount integer;
-- DAYS, MONTHS, FOR_GOOD
alter table retention_term add column counted varchar(20) default 'DAYS' not null;
update retention_term set amount = days;
-- Nodes of the release before still read this, and the table of nominees below, while the first of this one works: both go with the next release.
alter table retention_term alter column days drop not null;

insert into retention_term (code, amount, counted, valid_from, valid_to, legal_basis, verification)
    select 'NOMINEE_' || record_kind, months, 'MONTHS', valid_from, valid_to, legal_basis, verification from nominee_retention;
update rule_change set rule_table = 'retention', row_key = 'NOMINEE_' || row_key where rule_table = 'nominee-retention';

insert into retention_term (code, amount, counted, valid_from, legal_basis, verification) values
    ('CASE_HISTORY', 365, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: nhật ký vận hành của bộ máy quy trình; đường đi của hồ sơ được giữ riêng', 'D'),
    ('NOTICE', 400, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: thông báo không phải hồ sơ công việc', 'D'),
    ('MAIL', 90, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: thư đã gửi không phải hồ sơ công việc', 'D'),
    ('SIGN_IN', 1, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: phiên đăng nhập đã hết và lần đăng nhập sai', 'D'),
    ('REPEATED_REQUEST', 1, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: câu trả lời giữ cho yêu cầu gửi lại', 'D'),
    ('REPORT', null, 'FOR_GOOD', date '2026-01-01', 'Quy ước nội bộ: báo cáo, số liệu, việc duyệt và tiếp nhận là hồ sơ công việc', 'D'),
    ('AWARD_DECISION', null, 'FOR_GOOD', date '2026-01-01', 'Quyết định lưu vĩnh viễn theo pháp luật lưu trữ', 'D'),
    ('AUDIT', null, 'FOR_GOOD', date '2026-01-01', 'Quy ước nội bộ: chuỗi nhật ký phải kiểm tra được từ đầu; tên và nội dung trong đó bị xóa cùng dữ liệu của người được xóa', 'D');
