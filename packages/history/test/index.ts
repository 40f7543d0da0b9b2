export {
  fastMyersWords,
  gitBlame,
  gitHistogram,
  jsdiffLines,
  listPages,
  listRevisions,
  openGitMerge,
} from "./baselines.js";
export { digest } from "./digest.js";
export { filePair, textHistory, textPair, textTriple } from "./arbitraries.js";
export {
  corpusPath,
  type Corpus,
  type Edit,
  hasCorpus,
  listEdits,
  listMerges,
  openCorpus,
  type PageMerge,
} from "./corpus.js";
export { expectTiles, graphemeCuts } from "./expect-tiles.js";
export {
  asJoins,
  plantMoves,
  plantSplits,
  type PlantedMove,
  type PlantedPage,
  type PlantedParagraph,
} from "./planted.js";
export { Random } from "./random.js";
export {
  editPage,
  editWords,
  hasWords,
  makeBlock,
  makePage,
  paragraph,
  sentence,
  textOf,
  word,
} from "./synthetic.js";
export { fixturesPath } from "./fixtures.js";
