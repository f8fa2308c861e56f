package vn.lantoa.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * What becomes of a job that failed: it waits as the retry times say and has one attempt less. A job that only collided with another one
 * is no failure: by itself the engine spares its attempts but lets it wait the first retry time, so that branches which join at once kept
 * a case for minutes.
 */
class FailedJob extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    FailedJob(String job, Throwable why) {
        super(job, why);
    }

    @Override
    public Object execute(CommandContext context) {
        if (!(exception instanceof OptimisticLockingException)) {
            return super.execute(context);
        }
        var job = getJob();
        if (job != null) {
            job.unlock();
            notifyAcquisition(context);
        }
        return null;
    }
}
