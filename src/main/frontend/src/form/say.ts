// What form-js says by itself (see form-js-words.mjs): its English text is the key.
import flatpickr from "flatpickr";
import { Vietnamese } from "flatpickr/dist/esm/l10n/vn.js";
import messages from "../figures/messages.json";
import { show } from "../figures/number";
import { fill, type Language } from "../shared/words";

const vietnamese: Record<string, string> = {
  "No results": "Không tìm thấy",
  "Date and time must both be entered.": "Ghi đủ cả ngày và giờ.",
  Search: "Tìm kiếm",
  "Remove tag": "Bỏ mục đã chọn",
  "All values selected": "Đã chọn hết",
  "Skip to search": "Chuyển đến ô tìm kiếm",
  Select: "Chọn",
  "Nothing to show.": "Chưa có nội dung.",
  "No content to show.": "Chưa có nội dung.",
  "Previous page": "Trang trước",
  "Next page": "Trang sau",
  "Click to sort by {0} descending": "Sắp xếp theo {0} giảm dần",
  "Click to sort by {0} ascending": "Sắp xếp theo {0} tăng dần",
  "Click to remove sorting": "Bỏ sắp xếp",
  Browse: "Chọn tệp",
  "No files selected": "Chưa chọn tệp",
  "{0} files selected": "Đã chọn {0} tệp",
  "Download {0}": "Tải về {0}",
  "Unable to download document": "Chưa tải được văn bản",
  "Document reference is not defined.": "Chưa có văn bản.",
  "Add new": "Thêm dòng",
  "Expand all ({0})": "Hiện tất cả ({0})",
  Collapse: "Thu gọn",
  "Remove list item {0}": "Bỏ dòng {0}",
  "dd/mm/yyyy": "ngày/tháng/năm",
  "hh:mm": "giờ:phút",
  Increment: "Tăng",
  Decrement: "Giảm",
};

let spoken: Language = "vi";

export function speak(language: Language) {
  spoken = language;
  flatpickr.localize(language === "vi" ? calendarWords : { ...flatpickr.l10ns.default });
  flatpickr.setDefaults({ ariaDateFormat: language === "vi" ? "j F, Y" : "F j, Y", monthSelectorType: "static" });
}

export function say(text: string, ...args: (string | number)[]): string {
  return fill(spoken === "vi" ? (vietnamese[text] ?? text) : text, args);
}

/** A message of the table that the server uses too; numbers as they are written in the language. */
export function refuse(code: string, ...args: unknown[]): string {
  const table = messages as Record<string, Record<Language, string>>;
  const texts = args.map(String).map((text) => (/^\d+(\.\d+)?$/.test(text) ? show(text, spoken) : text));
  return fill(table[code]?.[spoken] ?? code, texts);
}

export function dateFormat(): string {
  return "dd/MM/yyyy";
}

const calendarWords = {
  ...Vietnamese,
  months: { ...Vietnamese.months, longhand: Array.from({ length: 12 }, (_, index) => `tháng ${index + 1}`) as never },
  yearAriaLabel: "Năm",
  monthAriaLabel: "Tháng",
  hourAriaLabel: "Giờ",
  minuteAriaLabel: "Phút",
  scrollTitle: "Cuộn để đổi",
  toggleTitle: "Bấm để đổi",
  amPM: ["SA", "CH"] as [string, string],
};
