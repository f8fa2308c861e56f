package vn.lantoa.reporting.exchange.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.exchange.IncomingPackages;
import vn.lantoa.reporting.exchange.PackageRefused;
import vn.lantoa.reporting.exchange.ReportPackages;

/** A branch's accepted reports as one signed file, out and in. */
@Controller
class PackagePages {

    private final ReportPackages packages;
    private final IncomingPackages incoming;
    private final MessageSource messages;

    PackagePages(ReportPackages packages, IncomingPackages incoming, MessageSource messages) {
        this.packages = packages;
        this.incoming = incoming;
        this.messages = messages;
    }

    @GetMapping("/reports/packages/file")
    @Requires(value = Right.OPEN_REPORT, sight = Right.OPEN_REPORT, of = "unit")
    Object file(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String period,
            Actor actor,
            Locale locale) {
        try {
            var asked = ReportingPeriod.parse(period).orElseThrow(() -> new PackageRefused("exchange.refused.period"));
            return attachment(packages.export(actor, UnitId.inAddress(unit), asked), unit + "-" + asked.key());
        } catch (PackageRefused refused) {
            return list(actor, words(refused, locale));
        }
    }

    @GetMapping("/reports/packages")
    @Requires(Right.OPEN_REPORT)
    ModelAndView list(Actor actor) {
        return list(actor, null);
    }

    @PostMapping("/reports/packages")
    @Requires(Right.OPEN_REPORT)
    ModelAndView receive(@RequestParam(required = false) MultipartFile file, Actor actor, Locale locale)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new PackageRefused("exchange.refused.none");
            }
            return new ModelAndView("redirect:/reports/packages/" + incoming.receive(actor, file.getBytes()));
        } catch (PackageRefused refused) {
            return list(actor, words(refused, locale));
        }
    }

    @GetMapping("/reports/packages/{id}")
    @Requires(value = Right.OPEN_REPORT, sight = Right.OPEN_REPORT, of = "package")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return new ModelAndView("reporting/package-preview", "preview", incoming.preview(actor, number(id)));
    }

    @PostMapping("/reports/packages/{id}/taking")
    @Requires(value = Right.OPEN_REPORT, sight = Right.OPEN_REPORT, of = "package")
    ModelAndView take(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean compared,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        try {
            var count = incoming.take(actor, number(id), compared);
            flash.addFlashAttribute("toast", messages.getMessage("exchange.taken", new Object[] {count}, locale));
            return new ModelAndView("redirect:/reports/packages/" + id);
        } catch (PackageRefused refused) {
            var page = show(id, actor);
            page.addObject("refusal", words(refused, locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private static ResponseEntity<byte[]> attachment(byte[] file, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lan-toa-" + name + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    private ModelAndView list(Actor actor, String refusal) {
        var page = new ModelAndView("reporting/packages");
        page.addObject("units", packages.exportable(actor));
        page.addObject("periods", packages.periods());
        page.addObject("packages", packages.last(actor));
        page.addObject("fingerprint", packages.fingerprint());
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private String words(PackageRefused refused, Locale locale) {
        return messages.getMessage(refused.key(), refused.details(), locale);
    }

    private static long number(String id) {
        return AddressId.of("package", id);
    }
}
