/** The catalogue of models: what can be copied, where it lives, and how its entries are kept (DOMAIN §1.9). Its use cases stand open to the demo (ADR 25). */
@NamedInterface("catalogue")
package vn.lantoa.models.catalogue;

import org.springframework.modulith.NamedInterface;
