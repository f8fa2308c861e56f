-- Dated rules of commendation (DOMAIN 2). Marks as in DOMAIN 0: V, V-old, M, I, D.

-- Award titles (DOMAIN 2.3). Ratios in hundredths of the base salary; null: set by the union itself.
create table award_title (
    code varchar(30) not null,
    name varchar(200) not null,
    -- CERTIFICATE, MERIT, FLAG, BADGE, PRIZE
    form varchar(20) not null,
    -- MERIT, THEMATIC, UNEXPECTED, LONG_SERVICE
    award_kind varchar(20) not null,
    -- the union level that decides, 0 for an outside body
    decider_level integer not null,
    outside_body varchar(200),
    -- the last union level that reviews: the deciding one, or the one that hands the file to the outside body
    last_level integer not null,
    -- the levels that may propose, from the higher to the lower one
    proposer_top integer not null,
    proposer_bottom integer not null,
    individuals boolean not null,
    collectives boolean not null,
    ratio_individual integer,
    ratio_collective integer,
    -- a state award: the achievement may not be older than six months
    state_award boolean not null,
    -- whether the standard names registration at the start of the year
    registration boolean not null,
    -- parts of the dossier, by the words of DOMAIN 2.6
    parts varchar(200) not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);
insert into award_title (code, name, form, award_kind, decider_level, outside_body, last_level, proposer_top, proposer_bottom, individuals, collectives, ratio_individual, ratio_collective, state_award, registration, parts, valid_from, legal_basis, verification) values
    ('GK_CDCS', 'Giấy khen của Ban Chấp hành công đoàn cơ sở', 'CERTIFICATE', 'MERIT', 4, null, 4, 4, 4, true, true, null, null, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ ngày 29/5/2024 (chưa đọc được toàn văn); mức tiền do công đoàn cơ sở quy định', 'V'),
    ('GK_CTTT', 'Giấy khen của Ban Chấp hành công đoàn cấp trên trực tiếp cơ sở', 'CERTIFICATE', 'MERIT', 3, null, 3, 3, 4, true, true, 30, 60, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; NĐ 152/2025/NĐ-CP Điều 54, nếu áp dụng Luật 06/2022/QH15 Điều 75(1)', 'I'),
    ('BK_LDLD', 'Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh, thành phố, công đoàn ngành', 'MERIT', 'MERIT', 2, null, 2, 2, 4, true, true, null, null, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; mức tiền do cơ quan trung ương của tổ chức quy định (NĐ 152/2025/NĐ-CP Điều 48(5))', 'V'),
    ('BK_TLD', 'Bằng khen của Tổng Liên đoàn Lao động Việt Nam', 'MERIT', 'MERIT', 1, null, 1, 1, 4, true, true, 150, 300, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; NĐ 152/2025/NĐ-CP Điều 54 nếu coi là bằng khen bộ, ban, ngành', 'M'),
    ('BK_TLD_CD', 'Bằng khen chuyên đề của Tổng Liên đoàn Lao động Việt Nam', 'MERIT', 'THEMATIC', 1, null, 1, 2, 4, true, true, 150, 300, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2019-11-12', 'QĐ 1689/QĐ-TLĐ ngày 12/11/2019 Điều 15', 'V-old'),
    ('CO_LDLD', 'Cờ thi đua của Liên đoàn Lao động tỉnh, thành phố, công đoàn ngành', 'FLAG', 'MERIT', 2, null, 2, 2, 4, false, true, null, 800, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; NĐ 152/2025/NĐ-CP Điều 50', 'V'),
    ('CO_TLD', 'Cờ thi đua của Tổng Liên đoàn Lao động Việt Nam', 'FLAG', 'MERIT', 1, null, 1, 1, 4, false, true, null, 800, false, true, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; NĐ 152/2025/NĐ-CP Điều 50', 'V'),
    ('KNC_CD', 'Kỷ niệm chương "Vì sự nghiệp xây dựng tổ chức Công đoàn"', 'BADGE', 'LONG_SERVICE', 1, null, 1, 1, 4, true, false, 60, null, false, false, 'TO_TRINH, DANH_SACH', date '2024-05-29', 'QĐ 999/QĐ-TLĐ; NĐ 152/2025/NĐ-CP Điều 54(1)d', 'V'),
    ('BLDST', 'Bằng Lao động sáng tạo', 'MERIT', 'THEMATIC', 1, null, 1, 1, 4, true, false, null, null, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN, SANG_KIEN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ', 'V'),
    ('NDC', 'Giải thưởng Nguyễn Đức Cảnh', 'PRIZE', 'THEMATIC', 1, null, 1, 1, 4, true, false, null, null, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-05-29', 'QĐ 999/QĐ-TLĐ', 'V'),
    ('GK_XA', 'Giấy khen của Chủ tịch Ủy ban nhân dân xã, phường, đặc khu', 'CERTIFICATE', 'MERIT', 0, 'Chủ tịch Ủy ban nhân dân cấp xã', 3, 3, 4, true, true, 30, 60, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO', date '2024-01-01', 'Luật 06/2022/QH15 Điều 80; NĐ 152/2025/NĐ-CP Điều 54', 'V'),
    ('BK_UBND', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, thành phố', 'MERIT', 'MERIT', 0, 'Chủ tịch Ủy ban nhân dân cấp tỉnh', 2, 2, 4, true, true, 150, 300, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-01-01', 'Luật 06/2022/QH15 Điều 74, 80; NĐ 152/2025/NĐ-CP Điều 54', 'V'),
    ('GK_CAT', 'Giấy khen của Giám đốc Công an tỉnh, thành phố', 'CERTIFICATE', 'THEMATIC', 0, 'Giám đốc Công an cấp tỉnh', 2, 2, 4, true, true, 30, 60, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO', date '2024-01-01', 'Hồ sơ phối hợp giữa Liên đoàn Lao động và Công an; NĐ 152/2025/NĐ-CP Điều 54', 'I'),
    ('BK_BCA', 'Bằng khen của Bộ trưởng Bộ Công an', 'MERIT', 'THEMATIC', 0, 'Bộ trưởng Bộ Công an', 1, 1, 4, true, true, 150, 300, false, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-01-01', 'Thủ tục khen thưởng của Bộ Công an; NĐ 152/2025/NĐ-CP Điều 54', 'V'),
    ('KNC_BVANTQ', 'Kỷ niệm chương "Bảo vệ an ninh Tổ quốc"', 'BADGE', 'LONG_SERVICE', 0, 'Bộ trưởng Bộ Công an', 1, 1, 4, true, false, 60, null, false, false, 'TO_TRINH, DANH_SACH', date '2025-04-28', 'TT 20/2025/TT-BCA; NĐ 152/2025/NĐ-CP Điều 54(1)d', 'V'),
    ('BK_TTG', 'Bằng khen của Thủ tướng Chính phủ', 'MERIT', 'MERIT', 0, 'Thủ tướng Chính phủ', 1, 1, 4, true, true, 350, 700, true, false, 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', date '2024-01-01', 'Luật 06/2022/QH15; NĐ 152/2025/NĐ-CP Điều 54', 'V');

-- Titles of a branch of its own within its power: certificates and flags that its own level decides.
create table award_title_own (
    unit_id bigint not null,
    code varchar(30) not null,
    name varchar(200) not null,
    form varchar(20) not null,
    award_kind varchar(20) not null,
    individuals boolean not null,
    collectives boolean not null,
    ratio_individual integer,
    ratio_collective integer,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (unit_id, code, valid_from)
);

-- How many of a title one unit of a level may put forward in one year. A title without a row has no quota.
create table award_quota (
    code varchar(30) not null,
    level_no integer not null,
    places integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, level_no, valid_from)
);
insert into award_quota (code, level_no, places, valid_from, legal_basis, verification) values
    ('BK_TLD_CD', 1, 300, date '2019-11-12', 'QĐ 1689/QĐ-TLĐ ngày 12/11/2019 Điều 15: tối đa 300 mỗi chuyên đề mỗi năm', 'V-old'),
    ('BK_TLD_CD', 2, 4, date '2019-11-12', 'QĐ 1689/QĐ-TLĐ ngày 12/11/2019 Điều 15: mỗi đơn vị đề nghị tối đa 4', 'V-old');

-- The base salary (lương cơ sở) in VND a month.
create table award_base_salary (
    salary varchar(10) not null,
    amount integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (salary, valid_from)
);
insert into award_base_salary (salary, amount, valid_from, valid_to, legal_basis, verification) values
    ('BASE', 1800000, date '2023-07-01', date '2024-06-30', 'NĐ 24/2023/NĐ-CP', 'M'),
    ('BASE', 2340000, date '2024-07-01', null, 'NĐ 73/2024/NĐ-CP', 'M');

-- The year's stages by level: day and month by whose end each is done.
create table award_stage (
    level_no integer not null,
    nominate_month integer not null,
    nominate_day integer not null,
    review_month integer not null,
    review_day integer not null,
    council_month integer not null,
    council_day integer not null,
    decide_month integer not null,
    decide_day integer not null,
    honour_month integer not null,
    honour_day integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (level_no, valid_from)
);
insert into award_stage (level_no, nominate_month, nominate_day, review_month, review_day, council_month, council_day, decide_month, decide_day, honour_month, honour_day, valid_from, legal_basis, verification) values
    (4, 10, 20, 10, 25, 10, 28, 10, 31, 12, 22, date '2024-05-29', 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định ngày', 'D'),
    (3, 10, 31, 11, 10, 11, 15, 11, 20, 12, 22, date '2024-05-29', 'Quy ước nội bộ; ví dụ của địa phương: đề nghị trước 20/11 (2018)', 'V-old'),
    (2, 11, 25, 12, 5, 12, 10, 12, 15, 12, 22, date '2024-05-29', 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định ngày', 'D'),
    (1, 12, 10, 12, 15, 12, 18, 12, 20, 12, 22, date '2024-05-29', 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định ngày', 'D');

-- When the season of a year opens by itself, and the small rules of a season.
create table award_season_rule (
    rule varchar(20) not null,
    amount integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (rule, valid_from)
);
insert into award_season_rule (rule, amount, valid_from, legal_basis, verification) values
    ('OPEN_MONTH', 9, date '2024-05-29', 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định ngày', 'D'),
    ('OPEN_DAY', 1, date '2024-05-29', 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định ngày', 'D'),
    ('DIRECT_SHARE', 50, date '2024-05-29', 'Nguyên tắc ưu tiên người lao động trực tiếp: Luật 06/2022/QH15 Điều 5; chưa có văn bản nêu tỷ lệ', 'M'),
    ('ATTESTATION_MONTHS', 6, date '2024-05-29', 'Quy ước nội bộ: hiệu lực mặc định của xác nhận; chưa đối chiếu văn bản', 'D');
