import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocaleScalar, UserErrorType } from "../contract/index.js";
import { DeletedPageType, PageType } from "../pages/index.js";
import { RevisionType } from "../revisions/index.js";
import type { SaveOutcome } from "./save-page.js";

const ERRORS = "Why nothing was done; empty when all went well.";
const KEY =
  "Makes a repeated request have one effect, for 24 hours. Make a new one for each intention.";

export const OnConflictEnum = { MERGE: "MERGE", REJECT: "REJECT" } as const;
registerEnumType(OnConflictEnum, {
  name: "OnConflict",
  description: "What to do when somebody saved since the base.",
  valuesConfig: {
    MERGE: { description: "Merge where that is safe, else answer with an EditConflict." },
    REJECT: { description: "Always answer with an EditConflict." },
  },
});

export const SaveOutcomeEnum = {
  SAVED: "SAVED",
  UNCHANGED: "UNCHANGED",
  MERGED: "MERGED",
} as const;
registerEnumType(SaveOutcomeEnum, {
  name: "SaveOutcome",
  description: "How a save ended.",
  valuesConfig: {
    SAVED: { description: "Stored as written." },
    UNCHANGED: { description: "The page had this text already; there is no new revision." },
    MERGED: { description: "Stored together with what others saved since the base." },
  },
});

@InputType("PageCreateInput", { description: "A new page." })
export class PageCreateInput {
  @Field(() => String, { description: "The space's key." })
  space!: string;

  @Field(() => String, { description: "Lower-case slugs joined by `/`." })
  path!: string;

  @Field(() => LocaleScalar, {
    nullable: true,
    description: "The space's default locale when absent.",
  })
  locale?: string | null;

  @Field(() => String, {
    description: "The whole text, front matter included; stored byte for byte.",
  })
  markdown!: string;

  @Field(() => String, { nullable: true, description: "What it is for, in a sentence." })
  message?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is a small change." })
  isMinor?: boolean | null;

  @Field(() => ID, { nullable: true, description: "The page it translates." })
  translationOf?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageCreatePayload", {
  simpleResolvers: true,
  description: "How creating a page ended.",
})
export class PageCreatePayload {
  @Field(() => PageType, {
    nullable: true,
    description: "The new page; null when there are errors.",
  })
  readonly page?: PageType | undefined;

  @Field(() => RevisionType, {
    nullable: true,
    description: "Its first revision; null when there are errors.",
  })
  readonly revision?: RevisionType | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}

@InputType("PageSaveInput", { description: "A new text for a page." })
export class PageSaveInput {
  @Field(() => ID, { description: "Which page." })
  pageId!: string;

  @Field(() => ID, {
    description: "The revision the text was written on. Nobody's later work is ever overwritten.",
  })
  baseRevisionId!: string;

  @Field(() => String, {
    description: "The whole text, front matter included; stored byte for byte.",
  })
  markdown!: string;

  @Field(() => String, { nullable: true, description: "What changed and why, in a sentence." })
  message?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is a small change." })
  isMinor?: boolean | null;

  @Field(() => OnConflictEnum, {
    defaultValue: "MERGE",
    description: "What to do when somebody saved since the base.",
  })
  onConflict!: keyof typeof OnConflictEnum;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageSavePayload", { simpleResolvers: true, description: "How a save ended." })
export class PageSavePayload {
  @Field(() => PageType, {
    nullable: true,
    description: "The page as it is now; null when there are errors.",
  })
  readonly page?: PageType | undefined;

  @Field(() => RevisionType, {
    nullable: true,
    description: "The new revision, or the one that had this text; null when there are errors.",
  })
  readonly revision?: RevisionType | undefined;

  @Field(() => SaveOutcomeEnum, { nullable: true, description: "Null when there are errors." })
  readonly outcome?: SaveOutcome | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}

@InputType("PageMoveInput", { description: "Another address for a page." })
export class PageMoveInput {
  @Field(() => ID, { description: "Which page." })
  pageId!: string;

  @Field(() => String, { description: "Its new path: lower-case slugs joined by `/`." })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of another space to move it to. From a members' space to a public one it takes a REVIEWER: everybody can read the whole history then.",
  })
  space?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether the pages below it come along.",
  })
  includeDescendants!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether links are rewritten: those in the moved pages, and those to them in pages the viewer may edit.",
  })
  updateLinks!: boolean;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageMovePayload", {
  simpleResolvers: true,
  description: "How a move ended; never half.",
})
export class PageMovePayload {
  @Field(() => PageType, {
    nullable: true,
    description: "The page at its new address; null when there are errors.",
  })
  readonly page?: PageType | undefined;

  @Field(() => RevisionType, {
    nullable: true,
    description: "The revision that records the move; null when there are errors.",
  })
  readonly revision?: RevisionType | undefined;

  @Field(() => Int, {
    nullable: true,
    description: "How many pages moved; 0 when it was there already, null when there are errors.",
  })
  readonly movedCount?: number | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}

@InputType("PageDeleteInput", { description: "A page to take away." })
export class PageDeleteInput {
  @Field(() => ID, { description: "Which page. What is below it stays." })
  pageId!: string;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageDeletePayload", { simpleResolvers: true, description: "How a deletion ended." })
export class PageDeletePayload {
  @Field(() => DeletedPageType, {
    nullable: true,
    description: "What was deleted; null when there are errors.",
  })
  readonly deletedPage?: DeletedPageType | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}

@InputType("PageRestoreInput", { description: "A deleted page to bring back." })
export class PageRestoreInput {
  @Field(() => ID, { description: "Which page." })
  pageId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Another path, when its own is taken by now.",
  })
  path?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageRestorePayload", {
  simpleResolvers: true,
  description: "How a restoration ended.",
})
export class PageRestorePayload {
  @Field(() => PageType, { nullable: true, description: "The page; null when there are errors." })
  readonly page?: PageType | undefined;

  @Field(() => RevisionType, {
    nullable: true,
    description: "The revision that records it; null when there are errors.",
  })
  readonly revision?: RevisionType | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}

@InputType("PageRevertInput", { description: "An older text to make the newest again." })
export class PageRevertInput {
  @Field(() => ID, { description: "Which page." })
  pageId!: string;

  @Field(() => ID, { description: "The revision whose text is wanted." })
  toRevisionId!: string;

  @Field(() => ID, {
    description:
      "The newest revision as the viewer saw it; when another is newer, nothing is done.",
  })
  baseRevisionId!: string;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType("PageRevertPayload", { simpleResolvers: true, description: "How a revert ended." })
export class PageRevertPayload {
  @Field(() => PageType, {
    nullable: true,
    description: "The page as it is now; null when there are errors.",
  })
  readonly page?: PageType | undefined;

  @Field(() => RevisionType, {
    nullable: true,
    description:
      "The new revision, or the head when it had this text already; null when there are errors.",
  })
  readonly revision?: RevisionType | undefined;

  @Field(() => [UserErrorType], { description: ERRORS })
  readonly errors!: readonly UserErrorType[];
}
