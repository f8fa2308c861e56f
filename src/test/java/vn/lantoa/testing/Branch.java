package vn.lantoa.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.TreeWriter.NewUnit;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.Units;

/**
 * A small tree of units of its own, with one person for each post of each unit: a root T, below it provinces A and B, below A communes
 * A1 and A2, below A1 the grassroots unions A11 and A12, below B the commune B1. Each call of {@link #grow} makes a new one, so that
 * tests sharing a database do not meet; codes end in a running number (T-3, A-3 …).
 */
public final class Branch {

    public static final String PASSWORD = "mat-khau-thu-nghiem";

    /** {@link #PASSWORD}, hashed cheaply. */
    public static final String HASH =
            "{argon2id}$argon2id$v=19$m=64,t=1,p=1$vB+NwPb32X0RMkO6lODNFg$C5Ae9zyYYawCvmY6gkAeG0kUQ0HZDZUrMaS2q5nsDWY";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private final ApplicationContext context;
    private final int number;

    /** The root, level 1. */
    public final UnitId root;
    /** Provinces, level 2. */
    public final UnitId a;

    public final UnitId b;
    /** Communes, level 3; A1 and A2 below A, B1 below B. */
    public final UnitId a1;

    public final UnitId a2;
    public final UnitId b1;
    /** Grassroots unions below A1, level 4. */
    public final UnitId a11;

    public final UnitId a12;

    private Branch(ApplicationContext context) {
        this.context = context;
        this.number = NUMBER.incrementAndGet();
        root = unit("T", "Tổng Liên đoàn thử nghiệm", UnitKind.CONFEDERATION, null);
        a = unit("A", "LĐLĐ tỉnh A", UnitKind.PROVINCIAL_FEDERATION, root);
        b = unit("B", "LĐLĐ tỉnh B", UnitKind.PROVINCIAL_FEDERATION, root);
        a1 = unit("A1", "Công đoàn xã A1", UnitKind.COMMUNE_UNION, a);
        a2 = unit("A2", "Công đoàn phường A2", UnitKind.COMMUNE_UNION, a);
        b1 = unit("B1", "Công đoàn xã B1", UnitKind.COMMUNE_UNION, b);
        a11 = unit("A11", "CĐCS Công ty May A11", UnitKind.GRASSROOTS_UNION, a1);
        a12 = unit("A12", "CĐCS Công ty Điện tử A12", UnitKind.GRASSROOTS_UNION, a1);
        for (var unit : List.of(root, a, b, a1, a2, b1, a11, a12)) {
            staff(unit);
        }
    }

    /** A new tree with its people, usernames {@code <post>.<unit code in lower case>}, password {@link #PASSWORD}. */
    public static Branch grow(ApplicationContext context) {
        return new Branch(context);
    }

    public Unit unit(UnitId unit) {
        return context.getBean(Units.class).find(unit).orElseThrow();
    }

    /** The username of the holder of a post in a unit, e.g. {@code canbo.a1-3}; of the whole installation for ADMINISTRATOR in the root. */
    public String username(Post post, UnitId unit) {
        return post.code() + "." + unit(unit).code().toLowerCase(Locale.ROOT);
    }

    /** The holder of a post in a unit. */
    public Actor actor(Post post, UnitId unit) {
        return context.getBean(People.class).actor(username(post, unit)).orElseThrow();
    }

    public Actor officer(UnitId unit) {
        return actor(Post.OFFICER, unit);
    }

    public Actor checker(UnitId unit) {
        return actor(Post.CHECKER, unit);
    }

    public Actor leader(UnitId unit) {
        return actor(Post.LEADER, unit);
    }

    /** Somebody who signs in and holds no post; kept by the root. */
    public String nobody() {
        return "khongchuc.t-" + number;
    }

    /** Adds another unit, without people. */
    public UnitId unit(String code, String name, UnitKind kind, UnitId parent) {
        return writer().unit(new NewUnit(code + "-" + number, name, kind, parent, SINCE, null, "024 3942 1181"));
    }

    /** Adds one more person holding this post, under a username of one's own choice. */
    public Actor appoint(String username, String name, Post post, UnitId unit) {
        var person = writer().people(List.of(new NewPerson(username, name, unit, HASH, false)))
                .get(0);
        writer().holdings(List.of(new Holding(person, post, unit, null, null, SINCE, null)));
        return context.getBean(People.class).actor(username).orElseThrow();
    }

    /** Gives somebody one more post. */
    public void appointAlso(Actor actor, Post post, UnitId unit) {
        writer().holdings(List.of(new Holding(actor.id(), post, unit, null, null, SINCE, null)));
    }

    /** The same person with the posts held now. */
    public Actor again(Actor actor) {
        return context.getBean(People.class).actor(actor.username()).orElseThrow();
    }

    private void staff(UnitId unit) {
        var people = new ArrayList<NewPerson>();
        var posts = new ArrayList<Post>();
        for (var post : Post.values()) {
            if (post != Post.ADMINISTRATOR || unit.equals(root)) {
                posts.add(post);
                people.add(new NewPerson(username(post, unit), nameFor(post, unit), unit, HASH, false));
            }
        }
        if (unit.equals(root)) {
            people.add(new NewPerson(nobody(), "Người Không Chức", unit, HASH, false));
        }
        var ids = writer().people(people);
        var holdings = new ArrayList<Holding>();
        for (var i = 0; i < posts.size(); i++) {
            var capacity = posts.get(i) == Post.LEADER ? Capacity.TM : null;
            holdings.add(new Holding(ids.get(i), posts.get(i), unit, capacity, null, SINCE, null));
        }
        writer().holdings(holdings);
    }

    private String nameFor(Post post, UnitId unit) {
        return "Nguyễn Thử "
                + switch (post) {
                    case OFFICER -> "Cán";
                    case CHECKER -> "Kiểm";
                    case LEADER -> "Lãnh";
                    case RECORDS_OFFICE -> "Văn";
                    case UNIT_ADMINISTRATOR -> "Quản";
                    case ADMINISTRATOR -> "Trị";
                } + " " + unit(unit).code().replaceAll("-.*", "");
    }

    private TreeWriter writer() {
        return context.getBean(TreeWriter.class);
    }
}
