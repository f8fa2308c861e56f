// On every page: htmx, live rows, keyboard, messages; larger islands come when a page shows their element.
import "./page/htmx";
import "./page/live";
import { keyboard } from "./page/keys";
import { copying } from "./page/copy";
import { menus } from "./page/menus";
import { toasts } from "./page/toasts";
import { choosing } from "./page/chosen";
import { islands } from "./page/islands";

toasts();
keyboard();
menus();
copying();
choosing();
islands();
