package vn.lantoa.organization;

/** In what capacity a holder signs (NĐ 30/2020): for a collective, for the head, by order, by sub-delegation. */
public enum Capacity {
    TM,
    KT,
    TL,
    TUQ
}
