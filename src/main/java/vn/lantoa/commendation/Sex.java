package vn.lantoa.commendation;

/** Asked because a woman is preferred where several meet the standard (NĐ 152/2025/NĐ-CP Điều 4(6)). */
public enum Sex {
    MALE,
    FEMALE
}
