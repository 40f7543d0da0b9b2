import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { SpaceRole, Visibility } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  connectionTypeOf,
  DateTimeScalar,
  LocaleScalar,
  NodeType,
  UrlScalar,
  UserErrorType,
} from "../contract/index.js";
import { siteOf } from "../site/index.js";
import type { Space } from "./space.js";
import { hasRole, roleIn } from "./spaces.policy.js";

export const VisibilityEnum = { PUBLIC: "PUBLIC", MEMBERS: "MEMBERS" } as const;
registerEnumType(VisibilityEnum, {
  name: "Visibility",
  description: "Who may read a space.",
  valuesConfig: {
    PUBLIC: { description: "Everybody, signed in or not." },
    MEMBERS: { description: "Only those who have a role in it." },
  },
});

export const SpaceRoleEnum = {
  READER: "READER",
  WRITER: "WRITER",
  REVIEWER: "REVIEWER",
  ADMIN: "ADMIN",
} as const;
registerEnumType(SpaceRoleEnum, {
  name: "SpaceRole",
  description: "What a person may do in a space; each role may all that the ones before it may.",
  valuesConfig: {
    READER: { description: "Reads." },
    WRITER: { description: "Creates, edits, moves and reverts pages." },
    REVIEWER: { description: "Deletes and restores pages." },
    ADMIN: { description: "Looks after the space and its members." },
  },
});

@ObjectType("Space", {
  implements: NodeType,
  simpleResolvers: true,
  description: "A site within the site: pages, media and members of their own.",
})
export class SpaceType extends NodeType {
  readonly record!: Space;

  @Field(() => String, { description: "The first segment of its addresses. Unique." })
  readonly key!: string;

  @Field(() => String, { description: "As people call it." })
  readonly name!: string;

  @Field(() => String, { description: "What it is about, in a sentence; may be empty." })
  readonly description!: string;

  @Field(() => VisibilityEnum, { description: "Who may read it." })
  readonly visibility!: Visibility;

  @Field(() => LocaleScalar, {
    description: "The language of its pages that have no locale in their address.",
  })
  readonly defaultLocale!: string;

  @Field(() => UrlScalar, { description: "Its start page." })
  readonly url!: string;

  @Field(() => DateTimeScalar, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => SpaceRoleEnum, {
    nullable: true,
    description: "The viewer's role; null without one.",
  })
  readonly viewerRole!: SpaceRole | null;

  @Field(() => Boolean, { description: "Whether the viewer may create and edit pages." })
  readonly viewerCanWrite!: boolean;

  @Field(() => Boolean, {
    description: "Whether the viewer may look after the space and its members.",
  })
  readonly viewerCanAdminister!: boolean;
}

export function toSpace(ctx: Context, record: Space): SpaceType {
  return {
    record,
    id: encodeId("Space", record.id),
    key: record.key,
    name: record.name,
    description: record.description,
    visibility: record.visibility,
    defaultLocale: record.defaultLocale,
    url: `${siteOf(ctx).url}/${record.key}`,
    createdAt: record.createdAt,
    viewerRole: (ctx.viewer.person && roleIn(ctx.viewer, record.id)) ?? null,
    viewerCanWrite: hasRole(ctx.viewer, record.id, "WRITER"),
    viewerCanAdminister: hasRole(ctx.viewer, record.id, "ADMIN"),
  };
}

export const SpaceConnectionType = connectionTypeOf("Space", () => SpaceType, {
  plural: "spaces",
  counted: false,
});

@InputType("SpaceBy", { description: "Names a space: exactly one of its fields." })
export class SpaceBy {
  @Field(() => ID, { nullable: true, description: "By its id." })
  id?: string;

  @Field(() => String, { nullable: true, description: "By its key." })
  key?: string;
}

@InputType("SpaceCreateInput", { description: "A new space." })
export class SpaceCreateInput {
  @Field(() => String, {
    description:
      "The first segment of its addresses: a to z, digits, hyphens; 63 characters at most.",
  })
  key!: string;

  @Field(() => String, { description: "As people call it." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is about, in a sentence." })
  description?: string | null;

  @Field(() => VisibilityEnum, {
    nullable: true,
    description: "Who may read it; PUBLIC by default.",
  })
  visibility?: Visibility | null;

  @Field(() => LocaleScalar, {
    nullable: true,
    description: "The language of its pages; the site's own by default.",
  })
  defaultLocale?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Makes a repeated request have one effect, for 24 hours.",
  })
  idempotencyKey?: string | null;
}

@ObjectType("SpaceCreatePayload", {
  simpleResolvers: true,
  description: "How creating a space ended.",
})
export class SpaceCreatePayload {
  @Field(() => SpaceType, {
    nullable: true,
    description: "The new space; null when there are errors.",
  })
  readonly space?: SpaceType | undefined;

  @Field(() => [UserErrorType], { description: "Why nothing was done; empty when all went well." })
  readonly errors!: readonly UserErrorType[];
}
