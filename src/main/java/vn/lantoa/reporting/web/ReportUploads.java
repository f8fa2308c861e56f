package vn.lantoa.reporting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.document.UploadRoute;

/** The pages of reports that take files. */
@Configuration
class ReportUploads {

    @Bean
    UploadRoute gridUpload() {
        return new UploadRoute("/reports/grid/file");
    }

    @Bean
    UploadRoute sheetUpload() {
        return new UploadRoute("/reports/*/sheet");
    }
}
