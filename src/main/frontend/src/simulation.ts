// <lantoa-simulation data-src="…">: the tokens of a drawing, moved by hand.
import "./simulation/simulation.css";
import { SimulationElement } from "./simulation/element";

customElements.define("lantoa-simulation", SimulationElement);
