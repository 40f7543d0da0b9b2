export { ComparingResolver, TextComparingResolver } from "./comparing.resolver.js";
