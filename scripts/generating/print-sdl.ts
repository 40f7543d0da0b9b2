import { printSdl } from "../../apps/api/src/schema.js";

process.stdout.write(printSdl());
