import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { SpaceRole } from "#platform/database/index.js";
import { PersonType } from "../accounts/index.js";
import { connectionTypeOf, UserErrorType } from "../contract/index.js";
import { SpaceRoleEnum, SpaceType } from "../spaces/index.js";

@ObjectType("Membership", { simpleResolvers: true, description: "A person's role in a space." })
export class MembershipType {
  @Field(() => PersonType, { description: "Who." })
  readonly person!: PersonType;

  @Field(() => SpaceRoleEnum, { description: "What they may do." })
  readonly role!: SpaceRole;
}

export const MembershipConnectionType = connectionTypeOf("Membership", () => MembershipType, {
  plural: "members of a space",
  counted: false,
});

@InputType("SpaceRoleSetInput", { description: "A role in a space." })
export class SpaceRoleSetInput {
  @Field(() => ID, { description: "Where." })
  spaceId!: string;

  @Field(() => ID, { description: "Whose role." })
  personId!: string;

  @Field(() => SpaceRoleEnum, { description: "The role from now on." })
  role!: SpaceRole;
}

@InputType("SpaceRoleRemoveInput", { description: "Whose role in a space ends." })
export class SpaceRoleRemoveInput {
  @Field(() => ID, { description: "Where." })
  spaceId!: string;

  @Field(() => ID, { description: "Whose role." })
  personId!: string;
}

@ObjectType("SpaceRolePayload", {
  simpleResolvers: true,
  description: "How a change of a role ended.",
})
export class SpaceRolePayload {
  @Field(() => SpaceType, {
    nullable: true,
    description: "The space; null when nothing was changed.",
  })
  readonly space?: SpaceType | null | undefined;

  @Field(() => MembershipType, {
    nullable: true,
    description: "The new role; null when there is none.",
  })
  readonly membership?: MembershipType | null | undefined;

  @Field(() => [UserErrorType], {
    description: "Why nothing was changed; empty when all went well.",
  })
  readonly errors!: readonly UserErrorType[];
}
