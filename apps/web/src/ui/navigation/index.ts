export { Navigation, NavigationButton } from "./navigation.js";
export { Outline } from "./outline.js";
