import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { markdownByRevision, PageType } from "../pages/index.js";
import { revisionById, RevisionType, toRevisionType } from "../revisions/index.js";
import { lineStartsOf, runsOf } from "./blame.js";
import {
  blameByRevision,
  blocksByRevision,
  checkRange,
  lastChangesByRevision,
  wordsOf,
} from "./blaming.service.js";
import {
  BlameRunType,
  BlockType,
  toBlameRun,
  toBlock,
  toWordRun,
  WordRunType,
} from "./blaming.type.js";

@ArgsType()
class LineRangeArgs {
  @Field(() => Int, { nullable: true, description: "From 1; the first line when not given." })
  firstLine?: number | null;

  @Field(() => Int, { nullable: true, description: "Included; the last line when not given." })
  lastLine?: number | null;
}

const description =
  "Who wrote each line, in order; lines that were moved or brought back keep their author.";
/** Each answer can have as many runs as the text has lines. */
const COMPLEXITY = 500;

@Resolver(() => RevisionType)
export class RevisionBlameResolver {
  @FieldResolver(() => [BlameRunType], { description, complexity: COMPLEXITY })
  blame(
    @Root() revision: RevisionType,
    @Args(() => LineRangeArgs) args: LineRangeArgs,
    @Ctx() ctx: Context,
  ): Promise<BlameRunType[]> {
    return blameOf(ctx, revision.record.id, args);
  }

  @FieldResolver(() => [WordRunType], {
    description:
      "Who wrote each word of at most 100 lines. Looks back 500 revisions along first parents, and 8 MiB of text.",
    complexity: 2000,
  })
  async wordAuthors(
    @Root() revision: RevisionType,
    @Arg("firstLine", () => Int, { description: "From 1." }) firstLine: number,
    @Arg("lastLine", () => Int, { description: "Included." }) lastLine: number,
    @Ctx() ctx: Context,
  ): Promise<WordRunType[]> {
    checkRange(firstLine, lastLine);
    const words = await wordsOf(ctx, revision.record.id, { first: firstLine, last: lastLine });
    return words.map(toWordRun);
  }

  @FieldResolver(() => [BlockType], {
    description: "Its blocks in order; they cover the text from the first line to the last.",
    complexity: COMPLEXITY,
  })
  async blocks(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<BlockType[]> {
    const { id, markdown } = revision.record;
    const [blocks, text] = await Promise.all([
      blocksByRevision(ctx).load(id),
      markdown ?? markdownByRevision(ctx).load(id),
    ]);
    if (!blocks || text === undefined) throw new Error(`Revision ${id} has no blocks.`);
    const starts = lineStartsOf(text);
    let line = 0;
    return blocks.map((block) => {
      const startLine = line + 1;
      while (line < starts.length - 1 && (starts[line] ?? 0) < block.end) line += 1;
      return toBlock(id, block, { startLine, lineCount: line + 1 - startLine });
    });
  }
}

@Resolver(() => PageType)
export class PageBlameResolver {
  @FieldResolver(() => [BlameRunType], {
    description: `Of its newest revision. ${description}`,
    complexity: COMPLEXITY,
  })
  blame(
    @Root() page: PageType,
    @Args(() => LineRangeArgs) args: LineRangeArgs,
    @Ctx() ctx: Context,
  ): Promise<BlameRunType[]> {
    return blameOf(ctx, page.record.headId, args);
  }
}

async function blameOf(
  ctx: Context,
  revisionId: string,
  { firstLine, lastLine }: LineRangeArgs,
): Promise<BlameRunType[]> {
  checkRange(firstLine, lastLine);
  const blame = await blameByRevision(ctx).load(revisionId);
  if (!blame) throw new Error(`Revision ${revisionId} has no authors.`);
  const range = { first: firstLine ?? undefined, last: lastLine ?? undefined };
  return runsOf(blame, range).map(toBlameRun);
}

@Resolver(() => BlameRunType)
export class BlameRunResolver {
  @FieldResolver(() => RevisionType, { description: "Which brought these lines." })
  revision(@Root() run: BlameRunType, @Ctx() ctx: Context): Promise<RevisionType> {
    return revisionOf(ctx, run.revisionId);
  }
}

@Resolver(() => WordRunType)
export class WordRunResolver {
  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "Which brought them; null when that is further back than was looked.",
  })
  async revision(@Root() run: WordRunType, @Ctx() ctx: Context): Promise<RevisionType | null> {
    return run.revisionId === null ? null : revisionOf(ctx, run.revisionId);
  }
}

@Resolver(() => BlockType)
export class BlockResolver {
  @FieldResolver(() => RevisionType, { description: "Which brought it first." })
  firstRevision(@Root() block: BlockType, @Ctx() ctx: Context): Promise<RevisionType> {
    return revisionOf(ctx, firstRevisionOf(block));
  }

  @FieldResolver(() => RevisionType, {
    description: "The last change to it, up to this revision; moving is no change.",
    complexity: 20,
  })
  async lastChangedBy(@Root() block: BlockType, @Ctx() ctx: Context): Promise<RevisionType> {
    const changes = await lastChangesByRevision(ctx).load(block.inRevisionId);
    return revisionOf(ctx, changes?.get(block.record.id) ?? firstRevisionOf(block));
  }
}

/** Blocks are named after the revision they came with. */
function firstRevisionOf({ record }: BlockType): string {
  return record.id.split(".")[0] ?? record.id;
}

async function revisionOf(ctx: Context, id: string): Promise<RevisionType> {
  const revision = await revisionById(ctx).load(id);
  // Only when the page was deleted between two statements of this request.
  if (!revision) throw new Error(`Revision ${id} went while it was read.`);
  return toRevisionType(ctx, revision);
}
