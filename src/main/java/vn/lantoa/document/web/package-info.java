/** The pages of outgoing documents, templates of letters and attachments. */
package vn.lantoa.document.web;
