package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.LocaleResolver;

/** Vietnamese, unless the person chose English on the account page; the browser is not asked. */
class AccountLocale implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return CurrentAccount.of(request)
                .map(account -> new Locale(account.locale()))
                .orElse(new Locale("vi"));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("chosen on the account page");
    }
}
