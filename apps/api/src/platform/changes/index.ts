export {
  announceChange,
  openChangeFeed,
  type ChangeFeed,
  type ChangeFeedOptions,
} from "./change-feed.js";
