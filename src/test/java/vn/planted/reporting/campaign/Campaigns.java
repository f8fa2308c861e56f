package vn.planted.reporting.campaign;

/** Built on reports. */
public class Campaigns {}
