import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { RevisionKind } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { PersonType, toPerson } from "../accounts/index.js";
import { connectionTypeOf, DateTimeScalar, JsonScalar, NodeType } from "../contract/index.js";
import type { Page, Revision } from "../pages/index.js";

export const RevisionKindEnum = {
  CREATE: "CREATE",
  EDIT: "EDIT",
  MOVE: "MOVE",
  REVERT: "REVERT",
  RESTORE: "RESTORE",
  MERGE: "MERGE",
} as const;
registerEnumType(RevisionKindEnum, {
  name: "RevisionKind",
  description: "How a revision came to be.",
  valuesConfig: {
    CREATE: { description: "The page's first." },
    EDIT: { description: "Somebody changed the text." },
    MOVE: {
      description: "The page got another address; its relative links may have been rewritten.",
    },
    REVERT: { description: "The text of an older revision became the newest again." },
    RESTORE: { description: "The page came back after a deletion." },
    MERGE: {
      description: "A save was merged with what others had saved meanwhile; it has two parents.",
    },
  },
});

@ObjectType("Revision", {
  implements: NodeType,
  simpleResolvers: true,
  description: "One state of a page. Its text never changes.",
})
export class RevisionType extends NodeType {
  readonly record!: Revision;
  /** When it was reached from its page. */
  readonly pageRecord!: Page | undefined;

  @Field(() => Int, { description: "1 for the page's first; counts up." })
  readonly number!: number;

  @Field(() => RevisionKindEnum, { description: "How it came to be." })
  readonly kind!: RevisionKind;

  @Field(() => PersonType, { description: "Who made it." })
  readonly author!: PersonType;

  @Field(() => DateTimeScalar, {
    description: "When it was made; of an imported revision, the time in its source.",
  })
  readonly createdAt!: Date;

  @Field(() => String, { description: "What its author said about it; may be empty." })
  readonly message!: string;

  @Field(() => Boolean, { description: "Whether its author marked it as a small change." })
  readonly isMinor!: boolean;

  @Field(() => String, { description: "The page's title at the time." })
  readonly title!: string;

  @Field(() => String, { description: "The page's path at the time." })
  readonly path!: string;

  @Field(() => JsonScalar, { description: "The front matter as an object; empty without one." })
  readonly frontMatter!: Record<string, unknown>;

  @Field(() => String, { description: "SHA-256 of the text's UTF-8 bytes, in hexadecimal." })
  readonly contentHash!: string;

  @Field(() => Int, { description: "Bytes of the text in UTF-8." })
  readonly size!: number;

  @Field(() => Int, { description: "Lines that its first parent does not have." })
  readonly linesAdded!: number;

  @Field(() => Int, { description: "Lines of its first parent that it does not have." })
  readonly linesRemoved!: number;
}

/** Pass the page when it is at hand: nothing is loaded twice. */
export function toRevisionType(_ctx: Context, record: Revision, page?: Page): RevisionType {
  return {
    record,
    pageRecord: page,
    id: encodeId("Revision", record.id),
    number: record.number,
    kind: record.kind,
    author: toPerson(record.author),
    createdAt: record.createdAt,
    message: record.message,
    isMinor: record.isMinor,
    title: record.title,
    path: record.path,
    frontMatter: record.frontMatter,
    contentHash: record.contentHash.toString("hex"),
    size: record.size,
    linesAdded: record.linesAdded,
    linesRemoved: record.linesRemoved,
  };
}

export const RevisionConnectionType = connectionTypeOf("Revision", () => RevisionType, {
  plural: "revisions",
});
