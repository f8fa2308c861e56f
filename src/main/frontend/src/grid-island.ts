// <lantoa-grid>: a table of boxes that is moved through and pasted into as in Excel; without it the table is a plain form.
import "./grid/grid.css";
import { GridElement } from "./grid/element";

customElements.define("lantoa-grid", GridElement);
