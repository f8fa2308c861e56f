package vn.lantoa.organization;

/**
 * Somebody who signs in.
 *
 * @param email null when unknown
 * @param phone null when unknown
 * @param homeUnit the unit whose administrator keeps the account, also while the person holds no post
 */
public record Person(PersonId id, String username, String name, String email, String phone, UnitId homeUnit) {}
