/** The page "Vận hành". */
package vn.lantoa.operations.web;
