import type { Diff } from "@stet/history";
import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import { JsonScalar } from "../contract/index.js";
import { RevisionType, toRevisionType } from "../revisions/index.js";
import type { TextComparison } from "./comparing.service.js";
import { ComparisonSummaryType, summaryOf } from "./comparison.type.js";
import { diffOf } from "./diff-cache.js";

@ObjectType("TextComparison", {
  simpleResolvers: true,
  description: "What differs between a revision and a text that was not saved.",
})
export class TextComparisonType {
  readonly record!: TextComparison;

  @Field(() => RevisionType, { description: "The revision." })
  readonly base!: RevisionType;

  @Field(() => Boolean, { description: "Whether the texts are the same, byte for byte." })
  readonly isIdentical!: boolean;

  @Field(() => JsonScalar, {
    description:
      "Ranges over both texts that tile them, with moves, words and a summary: `Diff` of `@stet/history`.",
  })
  readonly diff!: () => Diff;

  @Field(() => ComparisonSummaryType, { description: "How much differs." })
  readonly summary!: () => ComparisonSummaryType;

  @Field(() => [String], {
    description:
      "What was given up because the texts differ too much: `lines`, `pairs`, `words` or `moves` are coarser, never wrong.",
  })
  readonly degraded!: () => string[];
}

export function toTextComparison(ctx: Context, record: TextComparison): TextComparisonType {
  const { base, text } = record;
  const diff = () => diffOf(base.text, text);
  return {
    record,
    base: toRevisionType(ctx, { ...base.revision, markdown: base.text.markdown }),
    isIdentical: base.text.hash === text.hash,
    diff,
    summary: () => summaryOf(diff()),
    degraded: () => diff().degraded.map((each) => each.what),
  };
}
