export {
  createRequestApi,
  type Api,
  type ExecutedOperation,
  type ExecuteOperation,
} from "./client.js";
export { RequestFailed } from "./failure.js";
