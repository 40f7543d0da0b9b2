export { ComparingResolver } from "./comparing.resolver.js";
