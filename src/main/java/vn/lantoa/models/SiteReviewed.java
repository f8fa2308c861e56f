package vn.lantoa.models;

/**
 * A review of a site was recorded, told in its transaction.
 *
 * @param keeps whether the site keeps its standing; otherwise it needs repair
 */
public record SiteReviewed(SiteId site, boolean keeps) {}
