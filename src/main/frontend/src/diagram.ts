// <lantoa-diagram data-src="…">: where a dossier stands in its process.
import "./diagram/diagram.css";
import { DiagramElement } from "./diagram/element";

customElements.define("lantoa-diagram", DiagramElement);
