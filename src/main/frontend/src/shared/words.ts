// The islands' own words, in the language of the page.
const table = {
  close: ["Đóng", "Close"],
  keys: ["Phím tắt", "Keyboard"],
  keysOn: ["Dùng phím tắt một ký tự", "Use single-key shortcuts"],
  keySearch: ["Đến ô tìm kiếm", "Go to the search box"],
  keyNext: ["Dòng sau", "Next row"],
  keyPrevious: ["Dòng trước", "Previous row"],
  keyOpen: ["Mở dòng đang chọn", "Open the selected row"],
  keyHelp: ["Hiện danh sách phím tắt", "Show this list"],
  failed: ["Chưa thực hiện được. Nội dung đã nhập vẫn còn; thử lại sau ít phút.", "This did not work. What was entered is kept; try again in a few minutes."],
  offline: ["Không kết nối được máy chủ. Nội dung đã nhập vẫn còn.", "The server cannot be reached. What was entered is kept."],
  loading: ["Đang tải…", "Loading…"],
  notLoaded: ["Chưa tải được phần này.", "This part could not be loaded."],
  again: ["Thử lại", "Try again"],

  saving: ["Đang lưu…", "Saving…"],
  saved: ["Đã lưu lúc {0}", "Saved at {0}"],
  notSaved: ["Chưa lưu được, sẽ thử lại", "Not saved yet, trying again"],
  tooLarge: ["Nội dung quá dài nên chưa lưu được; cần rút ngắn.", "This is too long to be saved; it must be shortened."],
  taskGone: ["Việc này không còn chờ xử lý ở đây. Nội dung đã nhập vẫn còn trên trang.", "This task is no longer open here. What was entered is still on the page."],
  signedOut: ["Phiên làm việc đã hết. Nội dung đã nhập vẫn còn trên trang này.", "The session has ended. What was entered is still on this page."],
  signIn: ["Đăng nhập lại ở thẻ mới", "Sign in again in a new tab"],
  conflict: ["Dự thảo này đã được lưu từ nơi khác với nội dung mới hơn.", "This draft was saved from elsewhere with newer content."],
  keepMine: ["Giữ bản của tôi", "Keep mine"],
  takeTheirs: ["Lấy bản mới hơn", "Take the newer one"],
  errorsTitle: ["Cần xem lại {0} mục", "{0} entries need attention"],
  form: ["Biểu mẫu", "Form"],

  figures: ["Biểu số liệu", "Figures"],
  span: ["Số liệu từ {0} đến {1}", "Figures from {0} to {1}"],
  progress: ["Đã có số liệu: {0}/{1}", "Filled in: {0}/{1}"],
  occurring: ["Các mục đơn vị có phát sinh", "Items with activity in this unit"],
  occurringHint: ["Các chỉ tiêu đã có số liệu năm trước. Mục phát sinh mới thì mở ở phần dưới.", "Indicators that had figures last year. Open new ones below."],
  rest: ["Phần còn lại", "The rest"],
  restNil: ["Phần còn lại: không phát sinh", "The rest: nothing to report"],
  restNilConfirm: ["Ghi số 0 vào {0} ô còn trống của các mục đã chọn:", "Enter 0 in {0} empty boxes of the chosen sections:"],
  restNilDo: ["Ghi số 0", "Enter 0"],
  restNilDone: ["Đã ghi số 0 vào {0} ô.", "0 was entered in {0} boxes."],
  restNilUndo: ["Bỏ các số 0 vừa ghi", "Undo"],
  restFull: ["Không còn ô trống.", "Nothing is empty any more."],
  cancel: ["Thôi", "Cancel"],
  other: ["Mục khác", "Other"],
  emptyCount: ["{0} ô trống", "{0} empty"],
  full: ["đã đủ", "complete"],
  lastYear: ["Cùng kỳ năm trước: {0}", "Same period last year: {0}"],
  sameAsLastYear: ["Ghi như năm trước", "Same as last year"],
  notStated: ["Không có số liệu", "Not stated"],
  pending: ["Đang chờ quyết định", "Awaiting a decision"],
  qualifier: ["Mức độ chính xác", "How exact"],
  exact: ["đúng", "exactly"],
  more_than: ["trên", "more than"],
  almost: ["gần", "almost"],
  over: ["hơn", "over"],
  about: ["khoảng", "about"],
  reason: ["Lý do", "Reason"],
  reasonHint: ["Lý do được gửi kèm số liệu lên cấp trên.", "The reason travels upward with the figure."],
  note: ["Ghi chú cho mục này", "Note on this item"],
  addNote: ["Ghi chú", "Note"],
  remark: ["Ghi chú của người xem xét", "The reviewer's note"],
  correct: ["Sửa số liệu", "Correct"],
  corrected: ["Đã sửa; số nộp lên: {0}", "Corrected; submitted: {0}"],
  undoCorrection: ["Trả về số đã nộp", "Undo"],
  derived: ["Tính tự động: {0}", "Computed: {0}"],
  blank: ["chưa có", "empty"],
  unit: ["Đơn vị tính: {0}", "Unit: {0}"],
  value: ["Số liệu", "Value"],
  indicator: ["Chỉ tiêu", "Indicator"],
  unitOf: ["Đơn vị tính", "Unit"],
  lastYearHead: ["Cùng kỳ năm trước", "Same period last year"],
  half: ["Trong đó 6 tháng đầu năm: {0}", "Of it in the first six months: {0}"],
  secondHalf: ["6 tháng cuối năm: {0}", "Second half: {0}"],
  halfHead: ["6 tháng đầu năm", "First half"],
  secondHalfHead: ["6 tháng cuối năm", "Second half"],
  target: ["Chỉ tiêu năm: {0}", "Target of the year: {0}"],
  targetReached: ["Chỉ tiêu năm: {0} (đạt {1} %)", "Target of the year: {0} ({1} % reached)"],
  targetHead: ["Chỉ tiêu năm", "Target of the year"],
  notes: ["Lý do, ghi chú", "Reason, note"],
  figuresInvalid: ["Còn {0} số liệu cần xem lại", "{0} figures need attention"],

  diagram: ["Sơ đồ quy trình", "Process diagram"],
  here: ["Đang ở đây", "You are here"],
  zoomIn: ["Phóng to", "Zoom in"],
  zoomOut: ["Thu nhỏ", "Zoom out"],
  zoomFit: ["Vừa khung", "Fit"],
  steps: ["Các bước", "Steps"],
  passed: ["Đã qua", "Passed"],
} satisfies Record<string, [string, string]>;

export type Word = keyof typeof table;
export type Language = "vi" | "en";
export type Words = (word: Word, ...args: (string | number)[]) => string;

export function language(root: Element = document.documentElement): Language {
  return (root.getAttribute("data-locale") ?? document.documentElement.lang).startsWith("en") ? "en" : "vi";
}

export function wordsIn(chosen: Language): Words {
  const column = chosen === "en" ? 1 : 0;
  return (word, ...args) => fill(table[word][column], args);
}

export function fill(text: string, args: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)] ?? ""));
}
