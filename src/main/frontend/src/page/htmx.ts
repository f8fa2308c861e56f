import htmx from "htmx.org";
import { language, wordsIn } from "../shared/words";
import { toast } from "./toasts";

// Its settings stand in the page's htmx-config meta element.
export default htmx;

document.addEventListener("htmx:responseError", (event) => {
  const status = (event as CustomEvent).detail.xhr.status;
  if (status !== 401) toast(wordsIn(language())("failed"));
});
document.addEventListener("htmx:sendError", () => toast(wordsIn(language())("offline")));
