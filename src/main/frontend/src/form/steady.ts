// Leaving a field validates it, and the message moves what stands below between press and release: the click would be lost.
// While a pointer is down nothing is drawn anew.
let pressed = false;
let waiting: (() => void)[] = [];

function press() {
  pressed = true;
}

function release() {
  setTimeout(() => {
    pressed = false;
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  });
}

document.addEventListener("pointerdown", press, true);
for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, release, true);

export function whenReleased(act: () => void) {
  if (pressed) waiting.push(act);
  else act();
}

export function holdWhilePressed(form: { _emit: (event: string, data?: unknown) => void; _getState: () => unknown }) {
  const emit = form._emit.bind(form);
  let held = false;
  form._emit = (event, data) => {
    if (event !== "changed" || !pressed) return emit(event, data);
    if (held) return;
    held = true;
    whenReleased(() => {
      held = false;
      emit("changed", form._getState());
    });
  };
}
