/** Who is who, who stands in for whom, and how the tree of units changes over time. */
package vn.lantoa.organization;
