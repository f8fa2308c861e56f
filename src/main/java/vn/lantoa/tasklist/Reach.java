package vn.lantoa.tasklist;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.UnitId;

/** May this person do this task? Decided by post and unit, held or stood in for, and by four eyes. */
@Component
class Reach {

    private static final String FOUR_EYES = "tasklist.four-eyes";

    private final Dossiers dossiers;
    private final ClosedTasks closed;

    Reach(Dossiers dossiers, ClosedTasks closed) {
        this.dossiers = dossiers;
        this.closed = closed;
    }

    boolean sits(Actor actor, OpenTask task) {
        return sits(actor, task.post(), task.unit(), task.desk(), task.process());
    }

    /** For whom this person would do the task; empty for who holds the post, and for who may not do it. */
    Optional<Standing> standing(Actor actor, OpenTask task) {
        var post = task.knownPost();
        if (post == null || actor.holds(post, task.unit()) || actor.holds(post, task.desk())) {
            return Optional.empty();
        }
        return actor.standing(post, task.unit(), task.process())
                .or(() -> actor.standing(post, task.desk(), task.process()));
    }

    /** How this person would do the task: in the capacity of the rule for a stand-in, of the post for its holder. */
    Steps.Acting acting(Actor actor, OpenTask task) {
        return standing(actor, task)
                .map(standing -> new Steps.Acting(standing.capacity(), standing.person()))
                .orElseGet(() -> new Steps.Acting(capacity(actor, task), null));
    }

    private static Capacity capacity(Actor actor, OpenTask task) {
        return actor.holdings().stream()
                .filter(holding -> holding.post() == task.knownPost())
                .filter(holding ->
                        holding.unit().equals(task.unit()) || holding.unit().equals(task.desk()))
                .map(Holding::capacity)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Passes for holders of the post.
     *
     * @throws NotAllowed (403) for those who may only read the dossier
     * @throws NotVisible (404) for all others
     */
    void require(Actor actor, OpenTask task) {
        require(actor, task.id(), sits(actor, task), task.dossier());
    }

    /** The same for a task that is done already. */
    void require(Actor actor, ClosedTasks.ClosedTask task) {
        require(actor, task.id(), sits(actor, task.post(), task.unit(), task.desk(), task.process()), task.dossier());
    }

    /**
     * Passes unless four eyes is asked and this person, or one in whose place the person acts, did the other step in this run; and unless
     * the dossier itself speaks against one of them.
     */
    void requireFourEyes(Actor actor, OpenTask task) {
        barred(actor, task).ifPresent(reason -> {
            throw new NotAllowed(reason + ": " + task.step());
        });
    }

    /** Message key of what bars this person from the task, empty when nothing does. */
    Optional<String> barred(Actor actor, OpenTask task) {
        var concerned = new HashSet<PersonId>();
        concerned.add(actor.id());
        standing(actor, task).map(Standing::represented).ifPresent(concerned::addAll);
        if (task.fourEyes() != null && closed.did(concerned, task.fourEyes(), task.instance()) && !waived(task)) {
            return Optional.of(FOUR_EYES);
        }
        return dossiers.find(task.dossier()).flatMap(dossier -> concerned.stream()
                .flatMap(person -> dossiers.typeOf(task.dossier()).barred(dossier, task.step(), person).stream())
                .findFirst());
    }

    boolean sees(Actor actor, DossierKey key) {
        return dossiers.find(key)
                .filter(dossier -> dossiers.typeOf(key).visibleTo(dossier, actor))
                .isPresent();
    }

    /** Whether a dated rule lets one person do both steps of this dossier. */
    boolean waived(OpenTask task) {
        return dossiers.find(task.dossier())
                .filter(dossier -> dossiers.typeOf(task.dossier()).fourEyesWaived(dossier, task.step()))
                .isPresent();
    }

    private void require(Actor actor, String task, boolean sits, DossierKey dossier) {
        if (sits) {
            return;
        }
        if (sees(actor, dossier)) {
            throw new NotAllowed("task " + task);
        }
        throw new NotVisible("task " + task);
    }

    private static boolean sits(Actor actor, String postCode, UnitId unit, UnitId desk, String process) {
        return Post.ofCode(postCode)
                .filter(post -> actor.actsAs(post, unit, process) || actor.actsAs(post, desk, process))
                .isPresent();
    }
}
