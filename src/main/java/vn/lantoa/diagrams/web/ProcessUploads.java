package vn.lantoa.diagrams.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.document.UploadRoute;

/** The page that takes files into a draft. */
@Configuration
class ProcessUploads {

    @Bean
    UploadRoute processDraftImport() {
        return new UploadRoute("/process-drafts/*/import");
    }
}
