package vn.lantoa.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.models.KindId;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** The picture of a kind of model. */
@IntegrationTest
class KindPictureTest extends KindDesk {

    @Test
    void its_picture_is_checked_drawn_small_and_shown_to_all() throws Exception {
        var id = entered(branch.officer(branch.a), "Hình ảnh " + mark + " đẹp");
        picture(branch.officer(branch.a), id, "buoi.png", "Không phải hình".getBytes(), "Buổi sinh hoạt");
        mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.a), id, "buoi.png", png(2000, 1000), " ");
        mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.b), id, "buoi.png", png(2000, 1000), "Buổi sinh hoạt")
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.a), id, "buoi.png", png(2000, 1000), "Buổi sinh hoạt của tổ");
        var shown = mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(content().contentType("image/jpeg"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(720);
        page(branch.officer(branch.b), id)
                .andExpect(content().string(containsString("alt=\"Buổi sinh hoạt của tổ\"")))
                .andExpect(content().string(containsString("buoi.png")));
    }

    private ResultActions picture(Actor actor, KindId id, String name, byte[] content, String caption)
            throws Exception {
        return mvc.perform(multipart("/models/kinds/" + id + "/picture")
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("caption", caption)
                .with(user(actor.username()))
                .with(csrf()));
    }

    private static byte[] png(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
