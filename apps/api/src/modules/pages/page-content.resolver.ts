import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Refusal } from "#platform/errors.js";
import type { Context } from "../../context.js";
import { toPerson } from "../accounts/index.js";
import { LocaleScalar } from "../contract/index.js";
import { SpaceType } from "../spaces/index.js";
import { ContributorType } from "./contributor.type.js";
import { navigationIn, surroundings } from "./navigation.service.js";
import { NavigationEntryType, toNavigationEntry } from "./navigation.type.js";
import { BrokenLinkType, PageType, SourceProblemType, toPage, TocEntryType } from "./page.type.js";
import {
  contributorsOf,
  htmlOf,
  markdownOf,
  pageById,
  redirectedLinksByPage,
  renderedOf,
  translationsByPage,
} from "./pages.service.js";

const MAX_CONTRIBUTORS = 100;

@Resolver(() => PageType)
export class PageContentResolver {
  @FieldResolver(() => String, {
    description: "The exact text of the head, front matter included.",
  })
  markdown(@Root() page: PageType, @Ctx() ctx: Context): Promise<string> {
    return markdownOf(ctx, page.record);
  }

  @FieldResolver(() => String, {
    description: "The head rendered, safe to insert; links lead where their pages live today.",
  })
  html(@Root() page: PageType, @Ctx() ctx: Context): Promise<string> {
    return htmlOf(ctx, page.record);
  }

  @FieldResolver(() => [TocEntryType], { description: "The headings of the head." })
  async toc(@Root() page: PageType, @Ctx() ctx: Context): Promise<readonly object[]> {
    return (await renderedOf(ctx, page.record)).toc;
  }

  @FieldResolver(() => [SourceProblemType], { description: "What its writers should mend." })
  async problems(@Root() page: PageType, @Ctx() ctx: Context): Promise<readonly object[]> {
    return (await renderedOf(ctx, page.record)).problems;
  }

  @FieldResolver(() => String, {
    description: "The source file's place in the space; relative links in the text start there.",
  })
  async filePath(@Root() page: PageType, @Ctx() ctx: Context): Promise<string> {
    const head = page.record.head ?? (await pageById(ctx).load(page.record.id))?.head;
    if (!head) throw new Error(`Page ${page.record.id} has no head.`);
    return head.filePath;
  }

  @FieldResolver(() => [ContributorType], {
    description: "People who wrote this page, most revisions first.",
  })
  async contributors(
    @Root() page: PageType,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many, 1 to 100." })
    first: number,
    @Ctx() ctx: Context,
  ): Promise<ContributorType[]> {
    if (first < 1 || first > MAX_CONTRIBUTORS) {
      throw new Refusal("BAD_USER_INPUT", `"first" must be from 1 to ${MAX_CONTRIBUTORS}.`, {
        argument: "first",
      });
    }
    const { top } = await contributorsOf(ctx, page.record.id, first);
    return top.map((each) => ({ ...each, person: toPerson(each.person) }));
  }

  @FieldResolver(() => Int, { description: "How many people wrote this page." })
  async contributorCount(@Root() page: PageType, @Ctx() ctx: Context): Promise<number> {
    return (await contributorsOf(ctx, page.record.id, 10)).count;
  }

  @FieldResolver(() => [PageType], { description: "The same page in other languages, by locale." })
  async translations(@Root() page: PageType, @Ctx() ctx: Context): Promise<PageType[]> {
    const pages = (await translationsByPage(ctx).load(page.record.id)) ?? [];
    return pages.map((each) => toPage(ctx, each));
  }

  @FieldResolver(() => [BrokenLinkType], {
    description: "Links of the head to pages that do not exist.",
  })
  async brokenLinks(@Root() page: PageType, @Ctx() ctx: Context): Promise<BrokenLinkType[]> {
    const links = (await redirectedLinksByPage(ctx).load(page.record.id)) ?? [];
    return links
      .filter((link) => !link.target)
      .map(({ href, text, line }) => ({ href, text, line }));
  }

  @FieldResolver(() => [NavigationEntryType], {
    description: "The folders it is in, outermost first.",
  })
  async breadcrumbs(@Root() page: PageType, @Ctx() ctx: Context): Promise<NavigationEntryType[]> {
    const { breadcrumbs } = await surroundings(ctx, page.record);
    return breadcrumbs.map((node) => toNavigationEntry(ctx, page.record, node));
  }

  @FieldResolver(() => NavigationEntryType, {
    nullable: true,
    description: "The page before it in reading order.",
  })
  async previous(@Root() page: PageType, @Ctx() ctx: Context): Promise<NavigationEntryType | null> {
    const { previous } = await surroundings(ctx, page.record);
    return previous ? toNavigationEntry(ctx, page.record, previous) : null;
  }

  @FieldResolver(() => NavigationEntryType, {
    nullable: true,
    description: "The page after it in reading order.",
  })
  async next(@Root() page: PageType, @Ctx() ctx: Context): Promise<NavigationEntryType | null> {
    const { next } = await surroundings(ctx, page.record);
    return next ? toNavigationEntry(ctx, page.record, next) : null;
  }
}

@Resolver(() => SpaceType)
export class SpaceNavigationResolver {
  @FieldResolver(() => [NavigationEntryType], {
    description: "The whole tree of one language, in reading order; 5,000 pages at most.",
  })
  async navigation(
    @Root() space: SpaceType,
    @Arg("locale", () => LocaleScalar, {
      nullable: true,
      description: "The space's default locale when absent.",
    })
    locale: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<NavigationEntryType[]> {
    const { record } = space;
    const place = { space: record, locale: locale ?? record.defaultLocale };
    const nodes = await navigationIn(ctx, record.id, place.locale);
    return nodes.map((node) => toNavigationEntry(ctx, place, node));
  }
}
