import { Field, Int, ObjectType } from "type-graphql";
import { defineUserError, UserErrorType } from "../contract/index.js";
import { RevisionType, toRevisionType } from "../revisions/index.js";
import { conflictsOf, EditConflict, proposalOf } from "./edit-conflict.js";

@ObjectType("ConflictChunk", {
  simpleResolvers: true,
  description: "Lines that both sides changed.",
})
export class ConflictChunkType {
  @Field(() => String, { description: "As they were in the base." })
  readonly base!: string;

  @Field(() => String, { description: "As the rejected text has them." })
  readonly mine!: string;

  @Field(() => String, { description: "As the page's newest revision has them." })
  readonly theirs!: string;

  @Field(() => String, {
    nullable: true,
    description: "A merge by words to start from; null when the words clash too.",
  })
  readonly proposal!: string | null;

  @Field(() => String, {
    description: "Why it was not merged, e.g. `both-changed`, `adjacent`, `same-sentence`.",
  })
  readonly reason!: string;

  @Field(() => Int, { description: "Where they start in the newest revision, from 1." })
  readonly startLine!: number;
}

@ObjectType("EditConflict", {
  implements: UserErrorType,
  simpleResolvers: true,
  description:
    "Somebody saved since the base. Nothing was stored; this carries everything needed to merge by hand.",
})
export class EditConflictType extends UserErrorType {
  @Field(() => RevisionType, { description: "The revision the rejected text was based on." })
  readonly base!: RevisionType;

  @Field(() => RevisionType, { description: "The page's newest revision." })
  readonly theirs!: RevisionType;

  @Field(() => String, { description: "The rejected text." })
  readonly mine!: string;

  @Field(() => [ConflictChunkType], {
    description: "The lines to look at; empty when merging was not wanted.",
  })
  readonly chunks!: readonly ConflictChunkType[];

  @Field(() => String, {
    description:
      "A whole text with what is safe merged and the conflicts as proposals (or both versions). Never saved by itself.",
  })
  readonly proposal!: string;
}

defineUserError(EditConflict, (ctx, error): EditConflictType => {
  const { code, message, path, base, theirs, mine, merge } = error;
  return {
    typename: "EditConflict",
    code,
    message,
    path,
    base: toRevisionType(ctx, base),
    theirs: toRevisionType(ctx, theirs),
    mine,
    chunks: conflictsOf(merge).map((chunk) => ({ ...chunk, startLine: chunk.at.theirs.line + 1 })),
    proposal: proposalOf(merge),
  };
});
