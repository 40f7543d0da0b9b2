export { verifyStore, type Finding, type VerifyOptions, type VerifyReport } from "./verify.js";
