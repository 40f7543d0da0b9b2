export { projectFile, readConfig, type Config } from "./config.js";
export { projectRoot } from "./root.js";
