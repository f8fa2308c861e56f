/** Files that come in and papers that go out: spreadsheets, letters, attachments. */
package vn.lantoa.document;
