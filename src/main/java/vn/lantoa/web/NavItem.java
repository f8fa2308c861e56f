package vn.lantoa.web;

/** One entry of the main navigation; public accessors for the template, which reads records by their methods. */
record NavItem(String href, String labelKey, boolean current) {}
