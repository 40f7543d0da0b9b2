import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { InstanceRole } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import { NodeType, UserErrorType } from "../contract/index.js";

export const InstanceRoleEnum = { MEMBER: "MEMBER", ADMIN: "ADMIN" } as const;
registerEnumType(InstanceRoleEnum, {
  name: "InstanceRole",
  description: "What a person may do in the whole site.",
  valuesConfig: {
    MEMBER: { description: "What their roles in the spaces allow." },
    ADMIN: { description: "Everything, in every space." },
  },
});

@ObjectType("Person", {
  implements: NodeType,
  simpleResolvers: true,
  description:
    "A human who did something here: the holder of an account, or an author known from an import.",
})
export class PersonType extends NodeType {
  @Field(() => String, { description: "As they want to be called." })
  readonly name!: string;
}

/** `id` is the UUID of the `person` row. */
export function toPerson(row: { id: string; name: string }): PersonType {
  return { id: encodeId("Person", row.id), name: row.name };
}

/** What only the person and administrators of the instance are told; see `people.resolver.ts`. */
@ObjectType("PersonAccount", { simpleResolvers: true, description: "The account behind a person." })
export class PersonAccountType {
  @Field(() => String, { description: "The e-mail address the person signs in with." })
  readonly email!: string;

  @Field(() => InstanceRoleEnum, { description: "The role in the whole site." })
  readonly role!: InstanceRole;

  @Field(() => Boolean, { description: "Whether signing in is switched off." })
  readonly isDisabled!: boolean;
}

@InputType("PersonRoleSetInput", { description: "A role in the whole site." })
export class PersonRoleSetInput {
  @Field(() => ID, { description: "Whose role." })
  personId!: string;

  @Field(() => InstanceRoleEnum, { description: "The role from now on." })
  role!: InstanceRole;
}

@InputType("PersonDisableInput", { description: "Switches an account off, or on again." })
export class PersonDisableInput {
  @Field(() => ID, { description: "Whose account." })
  personId!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "True ends all sessions and lets no new one start; false allows signing in again.",
  })
  isDisabled!: boolean;
}

@ObjectType("PersonPayload", {
  simpleResolvers: true,
  description: "How a change of a person ended.",
})
export class PersonPayload {
  @Field(() => PersonType, {
    nullable: true,
    description: "The person; null when nothing was changed.",
  })
  readonly person?: PersonType | null | undefined;

  @Field(() => [UserErrorType], {
    description: "Why nothing was changed; empty when all went well.",
  })
  readonly errors!: readonly UserErrorType[];
}
