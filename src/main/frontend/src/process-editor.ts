// <lantoa-process-editor>: one file of a draft, edited: a diagram, a rule table or a form. Each editor is loaded only where it is used.
// A sheet that came with a part loaded later would not be linked: all stand here.
import "./form/form.css";
import "./figures/figures.css";
import "./outline/outline.css";
import "./process-editor/editor.css";
import "./process-editor/table/table.css";
import "./process-editor/form/form.css";
import { EditorElement } from "./process-editor/element";

customElements.define("lantoa-process-editor", EditorElement);
