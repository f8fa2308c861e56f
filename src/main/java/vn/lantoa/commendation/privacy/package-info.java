/**
 * What a nominee may ask for about the data held (see, correct, delete, take back the consent), and how long such data is held at all
 * (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP; DOMAIN 6).
 */
package vn.lantoa.commendation.privacy;
