/**
 * Leaving a field validates it, and the message moves what stands below between press and release: the click would be lost.
 * While a pointer is down nothing is drawn anew.
 */
export function holdWhilePressed(form: { _emit: (event: string, data?: unknown) => void; _getState: () => unknown }) {
  const emit = form._emit.bind(form);
  let pressed = false;
  let held = false;
  form._emit = (event, data) => {
    if (event === "changed" && pressed) held = true;
    else emit(event, data);
  };
  const press = () => {
    pressed = true;
  };
  const release = () => {
    setTimeout(() => {
      pressed = false;
      if (!held) return;
      held = false;
      emit("changed", form._getState());
    });
  };
  document.addEventListener("pointerdown", press, true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, release, true);
  return () => {
    document.removeEventListener("pointerdown", press, true);
    for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, release, true);
  };
}
