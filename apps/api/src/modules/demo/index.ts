export { declineDemo, seedDemo, type SeedDemoOptions } from "./seed-demo.js";
