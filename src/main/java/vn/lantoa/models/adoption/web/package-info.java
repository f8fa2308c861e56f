/** Pages and API of adoptions, of the tree and of the curve. */
package vn.lantoa.models.adoption.web;
