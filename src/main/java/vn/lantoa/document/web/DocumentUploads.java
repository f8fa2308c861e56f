package vn.lantoa.document.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.document.UploadRoute;

/** The pages of documents that take files. */
@Configuration
class DocumentUploads {

    @Bean
    UploadRoute attachmentUpload() {
        return new UploadRoute("/dossiers/*/*/attachments", 4);
    }

    @Bean
    UploadRoute signedCopyUpload() {
        return new UploadRoute("/documents/*/*");
    }

    @Bean
    UploadRoute templateUpload() {
        return new UploadRoute("/templates");
    }
}
