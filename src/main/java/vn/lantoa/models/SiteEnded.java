package vn.lantoa.models;

/** A site came to one of the ends of its life, told in its transaction. */
public record SiteEnded(SiteId site, SiteState end) {}
