import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Access, payload } from "../contract/index.js";
import { toPage, type Page, type Revision } from "../pages/index.js";
import { toRevisionType } from "../revisions/index.js";
import { createPage } from "./create-page.js";
// Registers how a conflict looks.
import "./edit-conflict.type.js";
import {
  PageCreateInput,
  PageCreatePayload,
  PageSaveInput,
  PageSavePayload,
} from "./editing.type.js";
import { savePage } from "./save-page.js";

@Resolver()
export class EditingResolver {
  @Access("SPACE_WRITER")
  @Mutation(() => PageCreatePayload, { description: "Makes a page with its first revision." })
  pageCreate(
    @Arg("input", () => PageCreateInput, { description: "The page." }) input: PageCreateInput,
    @Ctx() ctx: Context,
  ): Promise<PageCreatePayload> {
    return payload(ctx, async () => toPayload(ctx, await createPage(ctx, input)));
  }

  @Access("SPACE_WRITER")
  @Mutation(() => PageSavePayload, {
    description:
      "Saves a text: as written, merged with what others saved since its base, or not at all with an EditConflict.",
  })
  pageSave(
    @Arg("input", () => PageSaveInput, { description: "The text and its base." })
    input: PageSaveInput,
    @Ctx() ctx: Context,
  ): Promise<PageSavePayload> {
    return payload(ctx, async () => {
      const { outcome, ...written } = await savePage(ctx, input);
      return { ...toPayload(ctx, written), outcome };
    });
  }
}

export function toPayload(ctx: Context, { page, revision }: { page: Page; revision: Revision }) {
  return { page: toPage(ctx, page), revision: toRevisionType(ctx, revision, page) };
}
