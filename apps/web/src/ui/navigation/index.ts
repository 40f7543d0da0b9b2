export { Navigation, NavigationButton } from "./navigation.js";
export { Outline } from "./outline.js";
export { navigationTree } from "./visible-entries.js";
