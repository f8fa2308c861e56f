-- Bases that named our own notes name their source instead: the guidance where it says it, our own convention where nothing else does.
update report_section set legal_basis = 'HD 23/HD-TLĐ 20/5/2021: các nhóm nhiệm vụ; thứ tự mục của đề cương là quy ước nội bộ, chưa có mẫu chính thức'
    where legal_basis = 'HD 23/HD-TLĐ 20/5/2021; đề cương tổng hợp (DOMAIN §3.3)';
update indicator set legal_basis = 'HD 23/HD-TLĐ 20/5/2021: các nhóm nhiệm vụ; thứ tự mục của đề cương là quy ước nội bộ, chưa có mẫu chính thức'
    where legal_basis = 'HD 23/HD-TLĐ 20/5/2021; đề cương tổng hợp (DOMAIN §3.3)';
update indicator set legal_basis = 'HD 23/HD-TLĐ 20/5/2021 và các báo cáo đã công bố; mã, đơn vị tính và cách cộng là quy ước nội bộ'
    where legal_basis = 'HD 23/HD-TLĐ 20/5/2021; báo chí (DOMAIN §3.4)';
update report_rule set legal_basis = 'Quy ước nội bộ: số liệu phải khớp nhau; Tổng Liên đoàn chưa quy định'
    where legal_basis = 'Thiết kế theo DOMAIN §3.4' and kind in ('NOT_ABOVE', 'TOTAL', 'YEAR_NOT_BELOW_HALF');
update report_rule set legal_basis = 'Quy ước nội bộ, theo số xã, phường, đặc khu của QĐ 19/2025/QĐ-TTg'
    where legal_basis = 'Thiết kế theo DOMAIN §3.4' and kind = 'WITHIN_COMMUNES';
update report_rule set legal_basis = 'Quy ước nội bộ: biến động lớn cần giải trình; Tổng Liên đoàn chưa quy định'
    where legal_basis = 'Thiết kế theo DOMAIN §3.4';
update report_deadline set legal_basis = 'Quy ước nội bộ, trước hạn của HD 23/HD-TLĐ 20/5/2021 (trước ngày 20/6 và 20/12)'
    where legal_basis = 'Mốc nội bộ trước hạn của HD 23/HD-TLĐ (DOMAIN §3.2)';
update report_deadline set legal_basis = 'Quy ước nội bộ: mốc chốt của Tổng Liên đoàn; HD 23/HD-TLĐ 20/5/2021 không quy định'
    where legal_basis = 'Mốc chốt của Tổng Liên đoàn (DOMAIN §3.2)';
update report_term set legal_basis = 'Quy ước nội bộ; Tổng Liên đoàn chưa quy định'
    where legal_basis = 'Thiết kế; TLĐ chưa quy định';
update report_four_eyes set legal_basis = 'Quy ước nội bộ: công đoàn cơ sở thường chỉ có một người phụ trách'
    where legal_basis = 'Thiết kế: công đoàn cơ sở thường chỉ có một người phụ trách';
