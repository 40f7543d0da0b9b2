export {
  announceChange,
  openChangeFeed,
  type ChangeFeed,
  type ChangeFeedOptions,
} from "./change-feed.js";
export { EpochMemory } from "./epoch-memory.js";
