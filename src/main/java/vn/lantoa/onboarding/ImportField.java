package vn.lantoa.onboarding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.organization.VietnameseText;

/** What a column can hold, and the headings people write above it; compared without diacritics. Message {@code onboarding.field.<NAME>}. */
public enum ImportField {
    CODE("mã đơn vị", "mã", "mã đv", "mã số đơn vị", "mã cđcs", "mã công đoàn", "unit code", "code"),
    NAME(
            "tên đơn vị",
            "tên",
            "đơn vị",
            "tên công đoàn",
            "tên cđcs",
            "tên công đoàn cơ sở",
            "unit name",
            "unit",
            "name"),
    KIND("loại", "loại đơn vị", "loại hình", "loại hình đơn vị", "kind", "unit kind", "type"),
    PARENT(
            "cấp trên",
            "mã cấp trên",
            "mã đơn vị cấp trên",
            "đơn vị cấp trên",
            "công đoàn cấp trên",
            "tên cấp trên",
            "trực thuộc",
            "parent",
            "parent code",
            "superior",
            "superior code"),
    UNIT_PHONE(
            "điện thoại đơn vị",
            "điện thoại cơ quan",
            "điện thoại văn phòng",
            "số điện thoại đơn vị",
            "sđt đơn vị",
            "office phone",
            "unit phone"),
    FOUNDED("ngày thành lập", "thành lập", "thành lập ngày", "founded", "founded on"),
    PERSON(
            "họ và tên",
            "họ tên",
            "tên cán bộ",
            "họ và tên cán bộ",
            "họ tên cán bộ",
            "cán bộ",
            "người phụ trách",
            "person",
            "person name",
            "full name"),
    POST("chức danh", "chức vụ", "chức danh trong hệ thống", "vai trò", "post", "posts", "role"),
    CAPACITY("tư cách ký", "ký", "signing capacity", "capacity"),
    PHONE(
            "điện thoại",
            "số điện thoại",
            "điện thoại cá nhân",
            "điện thoại cán bộ",
            "di động",
            "điện thoại di động",
            "số di động",
            "sđt",
            "đtdđ",
            "phone",
            "mobile"),
    EMAIL("thư điện tử", "email", "e-mail", "địa chỉ email", "địa chỉ thư điện tử", "hộp thư", "mail"),
    RESPONSIBILITY("lĩnh vực phụ trách", "phụ trách", "lĩnh vực", "responsibility", "field of responsibility"),
    USERNAME("tên đăng nhập", "tài khoản", "username", "user name", "sign in name"),
    FROM("giữ chức từ ngày", "từ ngày", "ngày bổ nhiệm", "ngày giữ chức", "since", "from");

    private static final Map<String, ImportField> BY_HEADING = byHeading();

    private final List<String> headings;

    ImportField(String... headings) {
        this.headings = List.of(headings);
    }

    /** Without these no row can be understood. */
    static final List<ImportField> NEEDED = List.of(CODE, NAME);

    /** The field of a heading in any spelling; what stands in brackets is left out. */
    static Optional<ImportField> ofHeading(String heading) {
        var bare = VietnameseText.fold(heading.replaceAll("\\([^)]*\\)", " "));
        return Optional.ofNullable(BY_HEADING.get(bare));
    }

    private static Map<String, ImportField> byHeading() {
        var all = new HashMap<String, ImportField>();
        Arrays.stream(values())
                .forEach(field -> field.headings.forEach(heading -> all.put(VietnameseText.fold(heading), field)));
        return all;
    }
}
