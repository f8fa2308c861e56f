-- Addresses are data of a person too: how long they are kept is a rule like the others.
insert into retention_term (code, amount, counted, valid_from, legal_basis, verification) values
    ('SIGN_IN_PLACE', 30, 'DAYS', date '2026-01-01', 'Quy ước nội bộ: địa chỉ mạng nơi một tài khoản hay đăng nhập, để chủ tài khoản không bị khóa vì người khác dò mật khẩu', 'D');
