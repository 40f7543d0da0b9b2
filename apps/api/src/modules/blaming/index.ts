export {
  BlameRunResolver,
  BlockResolver,
  PageBlameResolver,
  RevisionBlameResolver,
  WordRunResolver,
} from "./blaming.resolver.js";
