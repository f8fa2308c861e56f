package vn.lantoa.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.models.catalogue.KindPictures;

/** The models of the demo: sites, who took over from whom, dossiers and pictures, all done on their days. */
@Component
@Profile("demo")
class DemoModels {

    private static final Logger log = LoggerFactory.getLogger(DemoModels.class);
    private static final String WRITTEN = "models";

    /** Units and accounts of the demo begin two weeks before. */
    private static final LocalDate EARLIEST = LocalDate.of(2025, 7, 15);

    private final DemoDesk desk;
    private final DemoSettings settings;
    private final HouseClock house;
    private final DemoSites sites;
    private final DemoSpread spread;
    private final DemoSafety safety;
    private final DemoSiteSteps steps;
    private final KindPictures pictures;

    DemoModels(
            DemoDesk desk,
            DemoSettings settings,
            HouseClock house,
            DemoSites sites,
            DemoSpread spread,
            DemoSafety safety,
            DemoSiteSteps steps,
            KindPictures pictures) {
        this.desk = desk;
        this.settings = settings;
        this.house = house;
        this.sites = sites;
        this.spread = spread;
        this.safety = safety;
        this.steps = steps;
        this.pictures = pictures;
    }

    /** Writes them once. */
    void write() {
        if (settings.find(WRITTEN).isPresent()) {
            return;
        }
        var begun = System.nanoTime();
        var offset = house.offset();
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        try {
            var today = LocalDate.now(house);
            var agenda = new DemoAgenda();
            var built = sites.note(agenda, EARLIEST, today);
            spread.note(agenda, built, today);
            sites.rounds(agenda, built, EARLIEST, today);
            safety.note(agenda, today);
            agenda.on(today, this::pictures);
            agenda.work(today, desk::itIs);
        } finally {
            desk.goOn(offset);
            LocaleContextHolder.resetLocaleContext();
        }
        settings.put(WRITTEN, "yes");
        log.info("The demo's models are written in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    private void pictures() {
        picture("boarding_house_group", "khu-nha-tro.png", "Hình vẽ: dãy phòng trọ có bảng nội quy và bình chữa cháy");
        picture("security_camera", "camera.png", "Hình vẽ: camera giám sát ở cổng nhà máy");
    }

    private void picture(String kind, String file, String caption) {
        try (var content = new ClassPathResource("demo/" + file).getInputStream()) {
            var upload = Files.createTempFile("lantoa-demo", ".png");
            try {
                Files.copy(content, upload, StandardCopyOption.REPLACE_EXISTING);
                var shown = pictures.show(desk.actor("canbo.tld"), steps.kind(kind), upload, file, caption);
                if (!shown.taken()) {
                    throw new IllegalStateException("The demo's picture " + file + " was refused: " + shown);
                }
            } finally {
                Files.deleteIfExists(upload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
