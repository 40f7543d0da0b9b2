import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { encodeId } from "#platform/ids.js";
import type { IdentifiedBlock } from "../derived/index.js";
import type { LineRun } from "./blame.js";
import type { WordRun } from "./blaming.service.js";

@ObjectType("BlameRun", {
  simpleResolvers: true,
  description: "Consecutive lines whose text one revision brought.",
})
export class BlameRunType {
  readonly revisionId!: string;

  @Field(() => Int, { description: "The first of the lines, from 1." })
  readonly startLine!: number;

  @Field(() => Int, { description: "How many lines." })
  readonly lineCount!: number;
}

export function toBlameRun({ startLine, lineCount, revisionId }: LineRun): BlameRunType {
  return { startLine, lineCount, revisionId };
}

@ObjectType("WordRun", {
  simpleResolvers: true,
  description: "Consecutive characters that one revision brought.",
})
export class WordRunType {
  readonly revisionId!: string | null;

  @Field(() => String, { description: "The characters." })
  readonly text!: string;
}

export function toWordRun({ text, revisionId }: WordRun): WordRunType {
  return { text, revisionId };
}

export const BlockChangeEnum = {
  SAME: "same",
  MOVED: "moved",
  EDITED: "edited",
  MOVED_AND_EDITED: "moved-edited",
  NEW: "new",
  RESTORED: "restored",
} as const;
registerEnumType(BlockChangeEnum, {
  name: "BlockChange",
  description: "What a revision did to a block.",
  valuesConfig: {
    SAME: { description: "Nothing." },
    MOVED: { description: "It stands elsewhere among the other blocks." },
    EDITED: { description: "Its text was changed." },
    MOVED_AND_EDITED: { description: "It stands elsewhere, and its text was changed." },
    NEW: { description: "It was not there before." },
    RESTORED: { description: "It had been removed earlier and came back." },
  },
});

@ObjectType("Block", {
  simpleResolvers: true,
  description:
    "A paragraph, list, table, code block… of a revision, with an identity that outlives edits and moves.",
})
export class BlockType {
  readonly record!: IdentifiedBlock;
  readonly inRevisionId!: string;

  @Field(() => ID, { description: "The same in every revision of the page that has this block." })
  readonly id!: string;

  @Field(() => String, {
    description:
      "frontmatter, heading, paragraph, list, code, table, quote, callout, html, rule, math, footnote, definition or blank.",
  })
  readonly kind!: string;

  @Field(() => Int, { description: "Its first line, from 1." })
  readonly startLine!: number;

  @Field(() => Int, { description: "How many lines, blank ones after it included." })
  readonly lineCount!: number;

  @Field(() => String, { description: "Names its text, white space and markers levelled." })
  readonly textHash!: string;

  @Field(() => BlockChangeEnum, { description: "What this revision did to it." })
  readonly change!: string;

  @Field(() => Float, {
    description: "How much of its words it shares with itself in the revision before, 0 to 1.",
  })
  readonly similarity!: number;
}

export function toBlock(
  inRevisionId: string,
  record: IdentifiedBlock,
  lines: { readonly startLine: number; readonly lineCount: number },
): BlockType {
  const { id, kind, textHash, change, similarity } = record;
  const [revisionId = "", ordinal = ""] = id.split(".");
  return {
    record,
    inRevisionId,
    id: `${encodeId("Revision", revisionId)}.${ordinal}`,
    kind,
    ...lines,
    textHash,
    change,
    similarity,
  };
}
