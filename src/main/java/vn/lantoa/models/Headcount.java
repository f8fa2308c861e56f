package vn.lantoa.models;

/** What is counted at a site: groups, and the members of them all. */
record Headcount(Count groups, Count members) {

    /** Fewer members than groups cannot be. */
    boolean possible() {
        return members.amount() >= groups.amount();
    }

    /** The least number of members when each group needs so many. */
    int needs(int membersOfAGroup) {
        return Math.max(1, groups.amount()) * membersOfAGroup;
    }
}
