package vn.lantoa.onboarding;

import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.organization.Intake.KnownPerson;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;

/** A person whom the file names, from one or several rows. */
final class PlannedPerson {

    final PlannedUnit unit;
    final String name;
    final String phone;
    final String email;
    final KnownPerson known;
    final Set<Post> posts = EnumSet.noneOf(Post.class);
    String username;

    /** Once the person is there. */
    PersonId id;

    PlannedPerson(PlannedUnit unit, String name, String phone, String email, String username, KnownPerson known) {
        this.unit = unit;
        this.name = name;
        this.phone = phone;
        this.email = email;
        this.username = username;
        this.known = known;
        if (known != null) {
            id = known.id();
            posts.addAll(known.posts());
        }
    }

    boolean fresh() {
        return known == null;
    }
}
