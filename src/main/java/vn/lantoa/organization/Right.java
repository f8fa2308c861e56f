package vn.lantoa.organization;

import static vn.lantoa.organization.Post.ADMINISTRATOR;
import static vn.lantoa.organization.Post.CHECKER;
import static vn.lantoa.organization.Post.LEADER;
import static vn.lantoa.organization.Post.OFFICER;
import static vn.lantoa.organization.Post.RECORDS_OFFICE;
import static vn.lantoa.organization.Post.UNIT_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.Set;

/** Who may do what: posts × reach in the tree. The matrix in {@code src/docs/rights.md} is generated from here. */
public enum Right {
    /** See that a unit exists, its superior and its subordinates. */
    SEE_UNIT(Reach.BRANCH, OFFICER, CHECKER, LEADER, RECORDS_OFFICE, UNIT_ADMINISTRATOR),
    /** Change the tree below one's unit. */
    MANAGE_UNITS(Reach.BRANCH, UNIT_ADMINISTRATOR),
    /** Appoint and dismiss, reset passwords, below one's unit. */
    MANAGE_PEOPLE(Reach.BRANCH, UNIT_ADMINISTRATOR),
    /** Read a report and its story. */
    SEE_REPORT(Reach.BRANCH, OFFICER, CHECKER, LEADER, RECORDS_OFFICE),
    /** Do a task that waits for one's post; which post that is, its diagram says. */
    DO_TASK(Reach.OWN, OFFICER, CHECKER, LEADER, RECORDS_OFFICE),
    /** Open a report by hand for a direct subordinate. */
    OPEN_REPORT(Reach.DIRECT_SUBORDINATE, OFFICER),
    /** Take an own report back before it is accepted. */
    WITHDRAW_REPORT(Reach.OWN, OFFICER, LEADER),
    /** Give one unit more time; the named authority is the superior's leader. */
    EXTEND_REPORT(Reach.DIRECT_SUBORDINATE, LEADER),
    /** Remind the late units of one's branch by hand. */
    URGE_REPORTS(Reach.BRANCH, OFFICER, LEADER),
    /** Open an accepted report again, which makes a restatement. */
    REOPEN_REPORT(Reach.DIRECT_SUBORDINATE, OFFICER, LEADER),
    /** Enter a report in the place of a direct subordinate. */
    ENTER_FOR_UNIT(Reach.DIRECT_SUBORDINATE, OFFICER),
    /** Say who stands in for a holder of a post: a leader in the own unit, an administrator in the branch. */
    NAME_DEPUTY(Reach.BRANCH, LEADER, UNIT_ADMINISTRATOR),
    /** Set a branch's own rules within the limits from above, such as an earlier cut-off; the installation's rules ask OPERATE. */
    MANAGE_RULES(Reach.BRANCH, UNIT_ADMINISTRATOR),
    /** See the outgoing documents of the own unit. */
    SEE_DOCUMENTS(Reach.OWN, OFFICER, CHECKER, LEADER, RECORDS_OFFICE),
    /** Give a document its number and attach its signed copy. */
    NUMBER_DOCUMENT(Reach.OWN, RECORDS_OFFICE),
    /** Say how the own unit heads its letters, and whether it sends before it has a number. */
    SET_LETTERHEAD(Reach.OWN, LEADER, RECORDS_OFFICE),
    /** Replace the templates of letters of the installation. */
    MANAGE_TEMPLATES(Reach.EVERYWHERE),
    /** Set what one's unit wants to reach in a year; its own leader, so that a root has targets too and each unit answers for its own. */
    SET_TARGETS(Reach.OWN, LEADER),
    /** Read a nomination and what is known about who is nominated. */
    SEE_NOMINATION(Reach.BRANCH, OFFICER, CHECKER, LEADER, RECORDS_OFFICE),
    /** Propose a person or a collective of the own unit for an award, and take the proposal back. */
    PROPOSE_AWARD(Reach.OWN, OFFICER),
    /** Weigh nominations at the own level: mark them, put them forward, return them. */
    REVIEW_NOMINATION(Reach.OWN, OFFICER),
    /** Decide on the nominations of the own level, release and correct the decision. */
    DECIDE_AWARD(Reach.OWN, LEADER),
    /** Set up the council of the own level and hold its sessions. */
    MANAGE_COUNCIL(Reach.OWN, OFFICER, LEADER),
    /** Open a season for the own branch. */
    OPEN_SEASON(Reach.OWN, OFFICER, LEADER),
    /** See who read the data of the own unit's nominees. */
    SEE_NOMINEE_LOG(Reach.OWN, LEADER),
    /** Read the sites of models of one's branch that are not yet alive, adoptions, yearly dossiers and exemplars. */
    SEE_MODEL(Reach.BRANCH, OFFICER, CHECKER, LEADER, RECORDS_OFFICE),
    /** Propose a model, ask to take one over, enter what is counted, for the own unit. */
    BUILD_MODEL(Reach.OWN, OFFICER),
    /** Keep the entries of the catalogue of one's branch, weigh claims, invite units to take a kind over. */
    SPREAD_MODEL(Reach.BRANCH, OFFICER),
    /** Decide about models for the own level: recognise, suspend, close, revoke, name exemplars. */
    DECIDE_MODEL(Reach.OWN, LEADER),
    /** See the processes of the installation with their running cases, and change them in a draft. */
    DRAW_PROCESS(Reach.EVERYWHERE),
    /** Read a draft of a process and put it into service; with the administrators the leader of the root, for where there is one administrator only. */
    RELEASE_PROCESS(Reach.OWN, LEADER),
    /** Read the audit trail of one's branch. */
    SEE_AUDIT(Reach.BRANCH, UNIT_ADMINISTRATOR),
    /** Verify the whole chain, read metrics, run the installation. */
    OPERATE(Reach.EVERYWHERE);

    /** How far from one's own unit a right reaches. An administrator (quản trị) has the rights of units and people everywhere. */
    public enum Reach {
        /** The unit where the post is held. */
        OWN,
        /** The units directly below it. */
        DIRECT_SUBORDINATE,
        /** The unit and everything below it. */
        BRANCH,
        /** No unit is asked. */
        EVERYWHERE
    }

    private final Reach reach;
    private final Set<Post> posts;

    Right(Reach reach, Post... posts) {
        this.reach = reach;
        this.posts = EnumSet.noneOf(Post.class);
        this.posts.addAll(Set.of(posts));
    }

    public Reach reach() {
        return reach;
    }

    /** How far it reaches for the holder of this post. */
    public Reach reach(Post post) {
        return this == NAME_DEPUTY && post == LEADER ? Reach.OWN : reach;
    }

    public Set<Post> posts() {
        return EnumSet.copyOf(posts.isEmpty() ? EnumSet.of(ADMINISTRATOR) : posts);
    }

    /** Whether an administrator of the installation has it, whatever the unit. */
    public boolean administrators() {
        return this == SEE_UNIT
                || this == MANAGE_UNITS
                || this == MANAGE_PEOPLE
                || this == NAME_DEPUTY
                || this == MANAGE_RULES
                || this == SEE_AUDIT
                || this == MANAGE_TEMPLATES
                || this == DRAW_PROCESS
                || this == RELEASE_PROCESS
                || this == OPERATE;
    }
}
