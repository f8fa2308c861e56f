/**
 * Exemplars ("điển hình"): what is held up as an example in a year, and the duty of provinces and sector unions to have at least one (HD 23). Its use
 * cases stand open to the demo (ADR 25); that no other feature comes in is held by the house's own rules.
 */
@NamedInterface("exemplar")
package vn.lantoa.models.exemplar;

import org.springframework.modulith.NamedInterface;
