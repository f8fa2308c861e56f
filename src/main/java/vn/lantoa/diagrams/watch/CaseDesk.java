package vn.lantoa.diagrams.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.diagrams.ProcessSight;
import vn.lantoa.diagrams.Reasons;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.CaseLists;
import vn.lantoa.engine.CaseWatch;
import vn.lantoa.engine.FailedJobs;
import vn.lantoa.engine.HandMoves;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** One case, looked at from the inside and helped on: a failed job tried again, a token set on another step with a reason. */
@Component
public class CaseDesk {

    private final CaseLists cases;
    private final CaseWatch watch;
    private final FailedJobs failed;
    private final HandMoves moves;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final ProcessSight sight;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CaseDesk(
            CaseLists cases,
            CaseWatch watch,
            FailedJobs failed,
            HandMoves moves,
            Dossiers dossiers,
            Timeline timeline,
            ProcessSight sight,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.watch = watch;
        this.failed = failed;
        this.moves = moves;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.sight = sight;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A case from the inside.
     *
     * @param dossier what it is about, when this person may read it; its variables are theirs to read only then
     * @param targets where each token may be set, by the token
     * @param traces where each failed job broke, by the job, in the words of the software: for whoever mends it
     */
    public record Opened(
            CaseLists.Case one,
            Optional<Dossier> dossier,
            List<CaseWatch.Place> places,
            Map<String, List<HandMoves.Target>> targets,
            List<FailedJobs.Failed> failed,
            Map<String, String> traces,
            List<CaseWatch.Waiting> jobs,
            List<CaseWatch.Stay> history,
            Optional<Map<String, Object>> variables) {}

    /** What became of the wish to set a token elsewhere. */
    public enum Moved {
        DONE,
        NO_REASON,
        GONE,
        WHOLE_STEP,
        NO_TARGET
    }

    /** @throws NotVisible when there is no such case */
    public Opened open(Actor actor, String instance) {
        var one = find(actor, instance);
        var dossier = one.dossier().flatMap(dossiers::find).filter(found -> dossiers.typeOf(found.key())
                .visibleTo(found, actor));
        var places = watch.places(instance);
        var stopped = failed.of(instance);
        var traces = new LinkedHashMap<String, String>();
        stopped.forEach(job -> traces.put(job.job(), failed.trace(job.job())));
        return new Opened(
                one,
                dossier,
                places,
                moves.targets(instance, places),
                stopped,
                traces,
                watch.jobs(instance),
                watch.history(instance),
                dossier.map(readable -> watch.variables(instance)));
    }

    /** The case of a dossier in a process, by which people know it; empty when none runs. */
    public Optional<CaseLists.Case> caseOf(Actor actor, String process, DossierKey dossier) {
        sight.require(actor);
        return cases.of(process, dossier).stream().findFirst();
    }

    /** Tries a failed job of a case once more. The order is recorded before, whatever becomes of it. */
    public FailedJobs.Attempt tryAgain(Actor actor, String instance, String job) {
        sight.require(actor);
        if (failed.of(instance).stream().noneMatch(one -> one.job().equals(job))) {
            return new FailedJobs.Attempt.Gone();
        }
        var one = find(actor, instance);
        transaction.executeWithoutResult(status -> audit.record(
                "process.job-retried",
                actor,
                object(one),
                null,
                Map.of("process", one.process(), "case", instance, "job", job),
                Map.of()));
        return failed.tryAgain(job);
    }

    /**
     * Sets a token before another step. What the case has written stays written; the people of both steps hear of it as of any other step.
     *
     * @param token as {@link #open} showed it: whoever comes second finds it gone
     */
    public Moved move(Actor actor, String instance, String token, String step, String reason) {
        var one = find(actor, instance);
        if (reason.isBlank()) {
            return Moved.NO_REASON;
        }
        var text = Reasons.kept(reason);
        try {
            return transaction.execute(status -> move(actor, one, token, step, text));
        } catch (TaskGone somebodyElseActed) {
            return Moved.GONE;
        }
    }

    private Moved move(Actor actor, CaseLists.Case one, String token, String step, String reason) {
        var from = watch.places(one.instance()).stream()
                .filter(place -> place.token().equals(token))
                .findFirst();
        var why = moves.move(one.instance(), token, step);
        if (why.isPresent()) {
            return Moved.valueOf(why.get().name());
        }
        audit.record(
                "process.case-moved",
                actor,
                object(one),
                null,
                Map.of(
                        "process", one.process(),
                        "case", one.instance(),
                        "from", from.map(CaseWatch.Place::step).orElse(""),
                        "to", step),
                Map.of("reason", reason));
        var name = watch.places(one.instance()).stream()
                .filter(place -> place.step().equals(step))
                .map(CaseWatch.Place::name)
                .findFirst()
                .orElse(step);
        one.dossier()
                .flatMap(dossiers::find)
                .ifPresent(dossier -> timeline.tell(
                        dossier.key(),
                        "timeline.step-moved",
                        actor,
                        null,
                        dossier.unit(),
                        reason,
                        from.map(CaseWatch.Place::name).orElse(""),
                        name));
        return Moved.DONE;
    }

    private CaseLists.Case find(Actor actor, String instance) {
        sight.require(actor);
        return cases.find(instance).orElseThrow(() -> new NotVisible("case " + instance));
    }

    private static String object(CaseLists.Case one) {
        return one.dossier().map(DossierKey::toString).orElse("process:" + one.process());
    }
}
