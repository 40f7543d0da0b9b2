import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { Access, payload } from "../contract/index.js";
import { canSeeAccount } from "./people.policy.js";
import { accountLoader, setPersonDisabled, setPersonRole } from "./people.service.js";
import { personLoader } from "./person-loader.js";
import {
  PersonAccountType,
  PersonDisableInput,
  PersonPayload,
  PersonRoleSetInput,
  PersonType,
  toPerson,
} from "./person.type.js";
import { toViewer, ViewerType } from "./viewer.type.js";

@Resolver(() => PersonType)
export class PeopleResolver {
  @Access("ANYONE")
  @Query(() => ViewerType, { description: "Whoever asks." })
  viewer(@Ctx() ctx: Context): ViewerType {
    return toViewer(ctx.viewer);
  }

  // Names are part of every public history.
  @Access("ANYONE")
  @Query(() => PersonType, {
    nullable: true,
    description: "A person; null when there is none of this id.",
  })
  async person(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The person's id." }) id: string,
  ): Promise<PersonType | null> {
    const personId = decodeId("Person", id);
    return personId ? ((await personLoader(ctx).load(personId)) ?? null) : null;
  }

  @FieldResolver(() => PersonAccountType, {
    nullable: true,
    description:
      "The account; null for authors without one, and for everybody but its owner and administrators.",
  })
  async account(
    @Ctx() ctx: Context,
    @Root() person: PersonType,
  ): Promise<PersonAccountType | null> {
    const personId = decodeId("Person", person.id);
    if (!personId || !canSeeAccount(ctx.viewer, personId)) return null;
    const account = await accountLoader(ctx).load(personId);
    return account
      ? { email: account.email, role: account.role, isDisabled: account.disabledAt !== null }
      : null;
  }

  @Access("INSTANCE_ADMIN")
  @Mutation(() => PersonPayload, {
    description: "Makes somebody an administrator of the whole site, or a member again.",
  })
  async personRoleSet(
    @Ctx() ctx: Context,
    @Arg("input", () => PersonRoleSetInput, { description: "Who gets which role." })
    input: PersonRoleSetInput,
  ): Promise<PersonPayload> {
    return payload(ctx, async () => ({
      person: toPerson(await setPersonRole(ctx, input.personId, input.role)),
    }));
  }

  @Access("INSTANCE_ADMIN")
  @Mutation(() => PersonPayload, { description: "Switches an account off at once, or on again." })
  async personDisable(
    @Ctx() ctx: Context,
    @Arg("input", () => PersonDisableInput, { description: "Whose account, off or on." })
    input: PersonDisableInput,
  ): Promise<PersonPayload> {
    return payload(ctx, async () => ({
      person: toPerson(await setPersonDisabled(ctx, input.personId, input.isDisabled)),
    }));
  }
}
