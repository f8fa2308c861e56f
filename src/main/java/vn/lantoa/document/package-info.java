/** Letters, spreadsheets, outgoing documents and attachments: whatever comes in or goes out as a file. */
package vn.lantoa.document;
