import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Access } from "../contract/index.js";
import { compareRevisions, compareText, unifiedOf, unifiedOfText } from "./comparing.service.js";
import { ComparisonType, toComparison } from "./comparison.type.js";
import { TextComparisonType, toTextComparison } from "./text-comparison.type.js";

@Resolver(() => ComparisonType)
export class ComparingResolver {
  @Access("VISIBLE")
  @Query(() => ComparisonType, {
    nullable: true,
    // Two texts of 2 MiB without a line in common take a second.
    complexity: 2000,
    description:
      "What differs between any two revisions, also of different pages; null when either cannot be read.",
  })
  async compare(
    @Arg("base", () => ID, { description: "The older revision." }) base: string,
    @Arg("head", () => ID, { description: "The newer revision." }) head: string,
    @Ctx() ctx: Context,
  ): Promise<ComparisonType | null> {
    const comparison = await compareRevisions(ctx, base, head);
    return comparison ? toComparison(ctx, comparison) : null;
  }

  @Access("VISIBLE")
  @Query(() => TextComparisonType, {
    nullable: true,
    description:
      "What differs between a revision and a text that was not saved; null when the revision cannot be read.",
    complexity: 2000,
  })
  async compareText(
    @Arg("base", () => ID, { description: "The revision." }) base: string,
    @Arg("markdown", () => String, { description: "The text, at most 2 MiB." }) markdown: string,
    @Ctx() ctx: Context,
  ): Promise<TextComparisonType | null> {
    const comparison = await compareText(ctx, base, markdown);
    return comparison ? toTextComparison(ctx, comparison) : null;
  }

  @FieldResolver(() => String, {
    description: "A patch for `git apply` and `patch`; empty when nothing differs.",
  })
  unified(
    @Root() comparison: ComparisonType,
    @Arg("context", () => Int, {
      defaultValue: 3,
      description: "Unchanged lines around each change.",
    })
    context: number,
  ): string {
    return unifiedOf(comparison.record, context);
  }
}

@Resolver(() => TextComparisonType)
export class TextComparingResolver {
  @FieldResolver(() => String, {
    description: "A patch for `git apply` and `patch`; empty when nothing differs.",
  })
  unified(
    @Root() comparison: TextComparisonType,
    @Arg("context", () => Int, {
      defaultValue: 3,
      description: "Unchanged lines around each change.",
    })
    context: number,
  ): string {
    return unifiedOfText(comparison.record, context);
  }
}
