// What looks like a person's data in free text. vn.lantoa.reporting.PersonalData says the same on the server, one corpus holds both.
const FAMILY =
  "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Trương|Lâm|Mai|Tô|Hà|Cao|Lương|Lưu|Tạ|Châu|Quách|Thạch|Kim|Vương|Nông|Giàng|Lò|Vi|Hứa|Tống|Đàm|Thái|Phùng|Chu|Triệu|Khổng|Nghiêm|Doãn|Kiều|Ông|Từ|Tăng";
const NAME = new RegExp(`(?<!\\p{L})(?:${FAMILY}|${FAMILY.toUpperCase()})(?: \\p{Lu}\\p{L}*){1,4}(?!\\p{L})`, "gu");
const PLACE_BEFORE =
  /(?:đường|phố|ngõ|hẻm|ngách|trường|THPT|THCS|tiểu học|mầm non|công ty|TNHH|công viên|khu|quỹ|giải thưởng|phường|xã|quận|huyện|tỉnh|thành phố|TP\.?|chợ|cầu|bệnh viện|đại lộ|tòa nhà|nhà văn hóa|tư tưởng|đền|chùa|số \d{1,4}[A-Z]?,?)\s+$/iu;
const PLACE =
  /^(?:Hồ Chí Minh|Hà (?:Nội|Nam|Tĩnh|Giang|Đông|Tiên)|Cao (?:Bằng|Lãnh)|Lâm (?:Đồng|Thao)|Thái (?:Nguyên|Bình)|Lý (?:Sơn|Nhân)|Hoàng (?:Sa|Mai)|Mai Châu|Châu (?:Đốc|Đức|Thành)|Lương Sơn|Kim (?:Bôi|Bảng|Động)|Vi Xuyên|Từ (?:Sơn|Liêm)|Triệu (?:Phong|Sơn)|Vũ (?:Thư|Quang)|Dương (?:Minh Châu|Kinh)|Tô Hiệu)/u;
const NUMBER =
  /(?<![\d.,/\-])(?:(?:\+?84|0)[ .]?\d{2,3}(?:[ .]?\d){6,8}|\d{12}|\d{9})(?!\d|[.,/\-]\d|\s*(?:đồng|đ(?!\p{L})|VNĐ|VND|triệu|tỷ|lượt|người|bản|USD))/gu;
const CLOSE = 120;

/** The mark of what a text is asked about, null when there is nothing. A confirmation is for this mark alone and holds nothing of the text. */
export function personal(text: string): string | null {
  const names = [...text.matchAll(NAME)].filter((name) => !PLACE_BEFORE.test(text.slice(Math.max(0, name.index - 30), name.index)) && !PLACE.test(name[0]));
  const near = [...text.matchAll(NUMBER)].filter((number) => names.some((name) => close(text, name, number))).map(([digits]) => digits);
  return near.length > 0 ? mark(near) : null;
}

function close(text: string, name: RegExpMatchArray, number: RegExpMatchArray): boolean {
  const from = Math.min(name.index! + name[0].length, number.index! + number[0].length);
  const to = Math.max(name.index!, number.index!);
  return to - from <= CLOSE && (from >= to || !text.slice(from, to).includes("\n\n"));
}

function mark(numbers: string[]): string {
  let sum = 7;
  for (const digit of numbers.join("").replace(/\D/g, "")) sum = (sum * 31 + Number(digit)) % 1_000_003;
  return String(sum);
}
