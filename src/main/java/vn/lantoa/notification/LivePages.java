package vn.lantoa.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lantoa.organization.Actor;

/** The open pages of this node: told after the commit that something changed here or on another node, so that nothing needs to poll. */
@Component
public class LivePages implements SmartLifecycle {

    /** A page connects anew after this, with the posts its person holds then. */
    private static final long CONNECTION = Duration.ofMinutes(15).toMillis();

    /** More windows than a person looks at. */
    private static final int MOST_PAGES = 8;

    /** What a page can show, for when nobody knows what changed. */
    private static final Set<PageNews> EVERYTHING =
            Set.of(new PageNews(Shown.TASKS, Audience.everyone()), new PageNews(Shown.NOTICES, Audience.everyone()));

    private record Page(Actor actor, SseEmitter emitter) {}

    private final OtherNodes others;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private volatile ExecutorService sending;

    LivePages(OtherNodes others) {
        this.others = others;
    }

    /** Connects a page; the oldest one leaves when a person has too many. */
    public SseEmitter open(Actor actor) {
        var page = new Page(actor, new SseEmitter(CONNECTION));
        page.emitter().onCompletion(() -> pages.remove(page));
        page.emitter().onTimeout(page.emitter()::complete);
        page.emitter().onError(failed -> pages.remove(page));
        pages.stream()
                .filter(other -> other.actor().id().equals(actor.id()))
                .skip(MOST_PAGES - 1)
                .forEach(this::close);
        pages.add(page);
        send(page, SseEmitter.event().comment("open"));
        return page.emitter();
    }

    /**
     * Tells pages after the commit of the current transaction, or at once without one; a rolled back transaction tells nobody.
     *
     * @param whom whose pages
     */
    public void changed(Shown what, Audience whom) {
        var changed = new PageNews(what, whom);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(Set.of(changed));
            return;
        }
        var news = (News) TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(News.class::isInstance)
                .findFirst()
                .orElseGet(this::newsOfThisTransaction);
        news.add(changed);
    }

    /** Keeps connections alive through proxies, and finds out which pages are gone. */
    @Scheduled(fixedRate = 20_000)
    void beat() {
        pages.forEach(page -> send(page, SseEmitter.event().comment("beat")));
    }

    int connected() {
        return pages.size();
    }

    @Override
    public void start() {
        sending = Executors.newFixedThreadPool(2, work -> {
            var thread = new Thread(work, "live-pages");
            thread.setDaemon(true);
            return thread;
        });
        others.listen(new OtherNodes.Listener() {

            @Override
            public void heard(PageNews news) {
                inTurn(() -> tellHere(Set.of(news)));
            }

            @Override
            public void missed() {
                inTurn(() -> tellHere(EVERYTHING));
            }
        });
    }

    /** Before the web server waits for open requests: these would never end. */
    @Override
    public void stop() {
        others.stop();
        var ended = sending;
        sending = null;
        ended.shutdown();
        pages.forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return sending != null;
    }

    private TransactionSynchronization newsOfThisTransaction() {
        var news = new News();
        TransactionSynchronizationManager.registerSynchronization(news);
        return news;
    }

    private void tell(Set<PageNews> news) {
        inTurn(() -> {
            tellHere(news);
            others.say(news);
        });
    }

    private void tellHere(Collection<PageNews> news) {
        pages.forEach(page -> news.stream()
                .filter(one -> one.whom().includes(page.actor()))
                .map(PageNews::what)
                .distinct()
                .forEach(
                        what -> send(page, SseEmitter.event().name(what.event()).data("changed"))));
    }

    private void inTurn(Runnable work) {
        var executor = sending;
        if (executor != null) {
            executor.execute(work);
        }
    }

    private void send(Page page, SseEmitter.SseEventBuilder event) {
        try {
            page.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }

    private void close(Page page) {
        pages.remove(page);
        page.emitter().complete();
    }

    /** What one transaction has to tell: each page hears each thing once, however many rows changed. */
    private class News implements TransactionSynchronization {

        private final Set<PageNews> news = new LinkedHashSet<>();

        void add(PageNews one) {
            news.add(one);
        }

        @Override
        public void afterCommit() {
            tell(news);
        }
    }
}
