package vn.lantoa.reporting.exchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.document.UploadRoute;

/** The page that takes packages. */
@Configuration
class PackageUploads {

    @Bean
    UploadRoute packageUpload() {
        return new UploadRoute("/reports/packages");
    }
}
