/** The pages "Cấu hình quy trình" and their API. */
package vn.lantoa.diagrams.web;
