declare module "flatpickr/dist/esm/l10n/vn.js" {
  export const Vietnamese: import("flatpickr").default.CustomLocale;
}
declare module "*.css";
