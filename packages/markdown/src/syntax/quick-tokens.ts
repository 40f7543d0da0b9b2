import MarkdownItConstructor from "markdown-it";
import type { Delimiter, Env, MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";

type Nesting = -1 | 0 | 1;

/**
 * Makes a parser create its tokens and inline states by plain assignments. As published, markdown-it sets each of
 * their fields through a function that first asks whether there is one, a third of the time that parsing takes.
 * What is made has the same fields and the same methods.
 */
export function quickTokens(md: MarkdownIt): void {
  md.block.State = QuickBlockState;
  md.inline.State = QuickInlineState as unknown as typeof StateInline;
}

function makeToken(type: string, tag: string, nesting: Nesting): Token {
  return new QuickToken(type, tag, nesting) as unknown as Token;
}

class QuickToken {
  constructor(type: string, tag: string, nesting: Nesting) {
    this.map = null;
    this.level = 0;
    this.children = null;
    this.content = "";
    this.markup = "";
    this.info = "";
    this.block = false;
    this.hidden = false;
    this.type = type;
    this.tag = tag;
    this.attrs = null;
    this.nesting = nesting;
    this.meta = null;
  }

  declare map: Token["map"];
  declare level: number;
  declare children: Token["children"];
  declare content: string;
  declare markup: string;
  declare info: string;
  declare block: boolean;
  declare hidden: boolean;
  declare type: string;
  declare tag: string;
  declare attrs: Token["attrs"];
  declare nesting: Nesting;
  declare meta: Token["meta"];
}
Object.setPrototypeOf(QuickToken.prototype, MarkdownItConstructor.Token.prototype);

class QuickBlockState extends MarkdownItConstructor.StateBlock {
  constructor(...args: ConstructorParameters<typeof StateBlock>) {
    super(...args);
    this.Token = QuickToken as unknown as typeof Token;
  }

  override push(type: string, tag: string, nesting: Nesting): Token {
    const token = makeToken(type, tag, nesting);
    token.block = true;
    if (nesting === -1) this.level -= 1;
    token.level = this.level;
    if (nesting === 1) this.level += 1;
    this.tokens.push(token);
    return token;
  }
}

class QuickInlineState {
  constructor(src: string, md: MarkdownIt, env: Env, outTokens: Token[]) {
    this.pos = 0;
    this.level = 0;
    this.pending = "";
    this.pendingLevel = 0;
    this.cache = {};
    this.backticks = {};
    this.backticksScanned = false;
    this.skipHtmlSpecial = false;
    this.linkLevel = 0;
    this.delimiters = [];
    // oxlint-disable-next-line no-underscore-dangle -- markdown-it's name
    this._prev_delimiters = [];
    this.Token = QuickToken as unknown as typeof Token;
    this.src = src;
    this.env = env;
    this.md = md;
    this.tokens = outTokens;
    this.tokens_meta = outTokens.map(() => undefined);
    this.posMax = src.length;
  }

  pushPending(): Token {
    const token = makeToken("text", "", 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = "";
    return token;
  }

  push(type: string, tag: string, nesting: Nesting): Token {
    if (this.pending !== "") this.pushPending();
    const token = makeToken(type, tag, nesting);
    let meta: StateInline["tokens_meta"][number];
    if (nesting === -1) {
      this.level -= 1;
      // oxlint-disable-next-line no-underscore-dangle -- markdown-it's name
      this.delimiters = this._prev_delimiters.pop() as Delimiter[];
    }
    token.level = this.level;
    if (nesting === 1) {
      this.level += 1;
      // oxlint-disable-next-line no-underscore-dangle -- markdown-it's name
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  }

  declare pos: number;
  declare posMax: number;
  declare level: number;
  declare pending: string;
  declare pendingLevel: number;
  declare cache: StateInline["cache"];
  declare backticks: StateInline["backticks"];
  declare backticksScanned: boolean;
  declare skipHtmlSpecial: boolean;
  declare linkLevel: number;
  declare delimiters: Delimiter[];
  declare _prev_delimiters: Delimiter[][];
  declare Token: typeof Token;
  declare src: string;
  declare env: Env;
  declare md: MarkdownIt;
  declare tokens: Token[];
  declare tokens_meta: StateInline["tokens_meta"];
}
Object.setPrototypeOf(QuickInlineState.prototype, MarkdownItConstructor.StateInline.prototype);
