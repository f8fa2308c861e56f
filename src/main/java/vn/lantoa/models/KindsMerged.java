package vn.lantoa.models;

/** A kind of model goes on as another, told in the transaction of the merger: what is open of the first goes on under the second. */
public record KindsMerged(KindId from, KindId into) {}
