/** The catalogue of models: what can be copied, where it lives, and how its entries are kept (DOMAIN §1.9). */
package vn.lantoa.models.catalogue;
