import type { Diff } from "@stet/history";
import { Field, Int, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import { JsonScalar } from "../contract/index.js";
import { RevisionType, toRevisionType } from "../revisions/index.js";
import { diffOfComparison, type RevisionComparison } from "./comparing.service.js";
import { propertyChanges } from "./properties.js";

@ObjectType("ChangeKindCounts", {
  simpleResolvers: true,
  description: "How many changed places touch each kind of content; one place can touch several.",
})
export class ChangeKindCountsType {
  @Field(() => Int, { description: "Words of text." })
  readonly prose!: number;

  @Field(() => Int, { description: "Commands and other code." })
  readonly commands!: number;

  @Field(() => Int, { description: "Links and images." })
  readonly links!: number;

  @Field(() => Int, { description: "Numbers." })
  readonly numbers!: number;

  @Field(() => Int, { description: "Markup or white space only; every word stayed." })
  readonly formatting!: number;
}

@ObjectType("ComparisonSummary", { simpleResolvers: true, description: "How much differs." })
export class ComparisonSummaryType {
  @Field(() => Int, { description: "Lines only the head has, those of changed lines included." })
  readonly linesAdded!: number;

  @Field(() => Int, { description: "Lines only the base has, those of changed lines included." })
  readonly linesRemoved!: number;

  @Field(() => Int, { description: "Words only the head has." })
  readonly wordsAdded!: number;

  @Field(() => Int, { description: "Words only the base has." })
  readonly wordsRemoved!: number;

  @Field(() => Int, {
    description: "Blocks that went elsewhere; their words are neither added nor removed.",
  })
  readonly moves!: number;

  @Field(() => Int, { description: "Paragraphs that became several." })
  readonly splits!: number;

  @Field(() => Int, { description: "Paragraphs that were made of several." })
  readonly joins!: number;

  @Field(() => ChangeKindCountsType, { description: "What the changes are about." })
  readonly kinds!: ChangeKindCountsType;
}

@ObjectType("PropertyChange", {
  simpleResolvers: true,
  description: "A change of title, path or a front matter property.",
})
export class PropertyChangeType {
  @Field(() => String, { description: "`title`, `path`, or the key in the front matter." })
  readonly name!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "In the base; null when it was not there.",
  })
  readonly base!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "In the head; null when it is not there.",
  })
  readonly head!: unknown;
}

@ObjectType("Comparison", {
  simpleResolvers: true,
  description: "What differs between two revisions.",
})
export class ComparisonType {
  readonly record!: RevisionComparison;

  @Field(() => RevisionType, { description: "The older side." })
  readonly base!: RevisionType;

  @Field(() => RevisionType, { description: "The newer side." })
  readonly head!: RevisionType;

  @Field(() => Boolean, { description: "Whether the texts are the same, byte for byte." })
  readonly isIdentical!: boolean;

  @Field(() => JsonScalar, {
    description:
      "Ranges over both texts that tile them, with moves, words and a summary: `Diff` of `@stet/history`.",
  })
  readonly diff!: () => Diff;

  @Field(() => ComparisonSummaryType, { description: "How much differs." })
  readonly summary!: () => ComparisonSummaryType;

  @Field(() => [PropertyChangeType], { description: "Changes of title, path and front matter." })
  readonly properties!: () => PropertyChangeType[];

  @Field(() => [String], {
    description:
      "What was given up because the texts differ too much: `lines`, `pairs`, `words` or `moves` are coarser, never wrong.",
  })
  readonly degraded!: () => string[];
}

export function toComparison(ctx: Context, record: RevisionComparison): ComparisonType {
  const { base, head } = record;
  return {
    record,
    base: toRevisionType(ctx, { ...base.revision, markdown: base.text.markdown }),
    head: toRevisionType(ctx, { ...head.revision, markdown: head.text.markdown }),
    isIdentical: base.text.hash === head.text.hash,
    diff: () => diffOfComparison(record),
    summary: () => summaryOf(diffOfComparison(record)),
    properties: () => propertyChanges(base.revision, head.revision),
    degraded: () => diffOfComparison(record).degraded.map((each) => each.what),
  };
}

export function summaryOf({ ops, moves, summary }: Diff): ComparisonSummaryType {
  let linesAdded = 0;
  let linesRemoved = 0;
  for (const op of [...ops, ...moves.flatMap((move) => move.ops)]) {
    if (op.kind === "equal" || op.kind === "moved-from" || op.kind === "moved-to") continue;
    linesAdded += op.b.lines;
    linesRemoved += op.a.lines;
  }
  const { words } = summary;
  return {
    linesAdded,
    linesRemoved,
    wordsAdded: words.added,
    wordsRemoved: words.removed,
    moves: moves.length,
    splits: summary.splits,
    joins: summary.joins,
    kinds: {
      prose: summary.kinds.prose,
      commands: summary.kinds.command,
      links: summary.kinds.link,
      numbers: summary.kinds.number,
      formatting: summary.kinds.formatting,
    },
  };
}
