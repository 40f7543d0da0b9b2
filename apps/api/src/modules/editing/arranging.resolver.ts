import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Access, payload } from "../contract/index.js";
import { toDeletedPage } from "../pages/index.js";
import { deletePage } from "./delete-page.js";
import { toPayload } from "./editing.resolver.js";
import {
  PageDeleteInput,
  PageDeletePayload,
  PageMoveInput,
  PageMovePayload,
  PageRestoreInput,
  PageRestorePayload,
  PageRevertInput,
  PageRevertPayload,
} from "./editing.type.js";
import { movePage } from "./move-page.js";
import { restorePage } from "./restore-page.js";
import { revertPage } from "./revert-page.js";

@Resolver()
export class ArrangingResolver {
  @Access("SPACE_WRITER")
  @Mutation(() => PageMovePayload, {
    description: "Gives a page another address. Old addresses redirect for ever, and links follow.",
  })
  pageMove(
    @Arg("input", () => PageMoveInput, { description: "The page and its new address." })
    input: PageMoveInput,
    @Ctx() ctx: Context,
  ): Promise<PageMovePayload> {
    return payload(ctx, async () => {
      const { movedCount, ...moved } = await movePage(ctx, input);
      return { ...toPayload(ctx, moved), movedCount };
    });
  }

  @Access("SPACE_REVIEWER")
  @Mutation(() => PageDeletePayload, {
    description: "Takes a page away; its history stays and it can be restored.",
  })
  pageDelete(
    @Arg("input", () => PageDeleteInput, { description: "The page." }) input: PageDeleteInput,
    @Ctx() ctx: Context,
  ): Promise<PageDeletePayload> {
    return payload(ctx, async () => ({
      deletedPage: toDeletedPage(ctx, await deletePage(ctx, input)),
    }));
  }

  @Access("SPACE_REVIEWER")
  @Mutation(() => PageRestorePayload, { description: "Brings a deleted page back." })
  pageRestore(
    @Arg("input", () => PageRestoreInput, { description: "The page." }) input: PageRestoreInput,
    @Ctx() ctx: Context,
  ): Promise<PageRestorePayload> {
    return payload(ctx, async () => toPayload(ctx, await restorePage(ctx, input)));
  }

  @Access("SPACE_WRITER")
  @Mutation(() => PageRevertPayload, {
    description: "Makes the text of an older revision the newest again.",
  })
  pageRevert(
    @Arg("input", () => PageRevertInput, { description: "The page and the revision." })
    input: PageRevertInput,
    @Ctx() ctx: Context,
  ): Promise<PageRevertPayload> {
    return payload(ctx, async () => toPayload(ctx, await revertPage(ctx, input)));
  }
}
