// The simulation writes its few words in English into the page and asks no service for them: they are replaced as they appear.
const VIETNAMESE: [RegExp, string][] = [
  [/^Reset Simulation$/, "Làm lại từ đầu"],
  [/^Play\/Pause Simulation$/, "Chạy hoặc tạm dừng"],
  [/^Pause Simulation$/, "Tạm dừng"],
  [/^Play Simulation$/, "Chạy tiếp"],
  [/^Set animation speed = Slow$/, "Tốc độ: chậm"],
  [/^Set animation speed = Normal$/, "Tốc độ: vừa"],
  [/^Set animation speed = Fast$/, "Tốc độ: nhanh"],
  [/^Focus process instance .*$/, "Chỉ xem hồ sơ này"],
  [/^View (Process|Subprocess|Participant) Instance.*$/i, "Chỉ xem hồ sơ này"],
  [/^Set Sequence Flow$/, "Chọn nhánh"],
  [/^Trigger Event$/, "Đi tiếp"],
  [/^Add pause point$/, "Dừng lại ở đây"],
  [/^Remove pause point$/, "Không dừng ở đây"],
  [/^Not supported$/, "Chưa hỗ trợ"],
];

export function vietnamese(text: string): string {
  const known = VIETNAMESE.find(([english]) => english.test(text.trim()));
  return known ? known[1] : text;
}

/** Gives every button the simulation adds its Vietnamese name, now and later. */
export function inVietnamese(root: HTMLElement): MutationObserver {
  const look = (element: Element) => {
    for (const one of [element, ...element.querySelectorAll("[title]")]) {
      const title = one.getAttribute("title");
      if (title && vietnamese(title) !== title) one.setAttribute("title", vietnamese(title));
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) look(target);
      addedNodes.forEach((node) => node instanceof Element && look(node));
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["title"] });
  look(root);
  return observer;
}
