/** Models ("mô hình"): their kinds, the sites that apply them, how they are recognised, reviewed, kept alive and ended (DOMAIN §1.9). */
package vn.lantoa.models;
