// <lantoa-form>: a Camunda form inside a page's own form.
import "./form/form.css";
import "./figures/figures.css";
import "./outline/outline.css";
import { FormElement } from "./form/element";

customElements.define("lantoa-form", FormElement);
