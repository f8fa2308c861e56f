/** Files that come in and papers that go out: spreadsheets, letters, outgoing documents, attachments. */
package vn.lantoa.document;
