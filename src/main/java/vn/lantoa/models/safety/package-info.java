/**
 * The yearly recognition "An toàn về an ninh, trật tự" of a unit's workplace, the rating of the movement, which is another thing, and signed
 * commitments (TT 124/2021/TT-BCA, QĐ 510/QĐ-BCA-V05; DOMAIN 1.1 to 1.8). No incident and no person stands here. Its use cases stand open to the demo (ADR 25).
 */
@NamedInterface("safety")
package vn.lantoa.models.safety;

import org.springframework.modulith.NamedInterface;
