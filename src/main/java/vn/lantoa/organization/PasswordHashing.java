package vn.lantoa.organization;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are hashed: argon2id, 19 MiB and six passes unless the settings say otherwise, about a fifth of a second on a server of
 * today (measured in src/docs/sign-in.md). The prefix lets a later release choose another way.
 */
@Configuration
class PasswordHashing {

    @Bean
    PasswordEncoder passwordEncoder(
            @Value("${lantoa.password.memory-kib:19456}") int memory,
            @Value("${lantoa.password.passes:6}") int passes) {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, memory, passes)));
    }
}
