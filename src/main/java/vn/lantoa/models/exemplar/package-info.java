/** Exemplars ("điển hình"): what is held up as an example in a year, and the duty of provinces and sector unions to have at least one (HD 23). */
package vn.lantoa.models.exemplar;
