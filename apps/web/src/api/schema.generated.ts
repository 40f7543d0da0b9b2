export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment, as RFC 3339 in UTC with milliseconds: `2026-11-22T20:09:50.000Z`. */
  DateTime: { input: string; output: string; }
  /** Any JSON value, where the shape is the writer's (front matter) or specified elsewhere (diff). */
  JSON: { input: unknown; output: unknown; }
  /** A language tag by BCP 47, in lower case as in addresses: `en`, `de`, `zh-hans`. */
  Locale: { input: string; output: string; }
  /** An absolute address by the WHATWG URL standard. */
  URL: { input: string; output: string; }
};

/** What stands at an address: a page, a redirect, a deleted page, or nothing. */
export type Address = {
  readonly __typename?: 'Address';
  /** The page that was here when it was deleted. */
  readonly deletedPage?: Maybe<DeletedPage>;
  /** The page that lives here. */
  readonly page?: Maybe<Page>;
  /** The page that lived here and has moved. */
  readonly redirectTo?: Maybe<Page>;
  /** Pages that may have been meant, when none lives here. */
  readonly suggestions: ReadonlyArray<Page>;
  /** Whether the viewer may create a page in this space. */
  readonly viewerCanCreate: Scalars['Boolean']['output'];
};

/** Consecutive lines whose text one revision brought. */
export type BlameRun = {
  readonly __typename?: 'BlameRun';
  /** How many lines. */
  readonly lineCount: Scalars['Int']['output'];
  /** Which brought these lines. */
  readonly revision: Revision;
  /** The first of the lines, from 1. */
  readonly startLine: Scalars['Int']['output'];
};

/** A paragraph, list, table, code block… of a revision, with an identity that outlives edits and moves. */
export type Block = {
  readonly __typename?: 'Block';
  /** What this revision did to it. */
  readonly change: BlockChange;
  /** Which brought it first. */
  readonly firstRevision: Revision;
  /** The same in every revision of the page that has this block. */
  readonly id: Scalars['ID']['output'];
  /** frontmatter, heading, paragraph, list, code, table, quote, callout, html, rule, math, footnote, definition or blank. */
  readonly kind: Scalars['String']['output'];
  /** The last change to it, up to this revision; moving is no change. */
  readonly lastChangedBy: Revision;
  /** How many lines, blank ones after it included. */
  readonly lineCount: Scalars['Int']['output'];
  /** How much of its words it shares with itself in the revision before, 0 to 1. */
  readonly similarity: Scalars['Float']['output'];
  /** Its first line, from 1. */
  readonly startLine: Scalars['Int']['output'];
  /** Names its text, white space and markers levelled. */
  readonly textHash: Scalars['String']['output'];
};

/** What a revision did to a block. */
export type BlockChange =
  /** Its text was changed. */
  | 'EDITED'
  /** It stands elsewhere among the other blocks. */
  | 'MOVED'
  /** It stands elsewhere, and its text was changed. */
  | 'MOVED_AND_EDITED'
  /** It was not there before. */
  | 'NEW'
  /** It had been removed earlier and came back. */
  | 'RESTORED'
  /** Nothing. */
  | 'SAME';

/** A link to a page that does not exist. */
export type BrokenLink = {
  readonly __typename?: 'BrokenLink';
  /** Where it leads, as in the HTML. */
  readonly href: Scalars['String']['output'];
  /** The line of the text, from 1. */
  readonly line: Scalars['Int']['output'];
  /** What it says. */
  readonly text: Scalars['String']['output'];
};

/** How many changed places touch each kind of content; one place can touch several. */
export type ChangeKindCounts = {
  readonly __typename?: 'ChangeKindCounts';
  /** Commands and other code. */
  readonly commands: Scalars['Int']['output'];
  /** Markup or white space only; every word stayed. */
  readonly formatting: Scalars['Int']['output'];
  /** Links and images. */
  readonly links: Scalars['Int']['output'];
  /** Numbers. */
  readonly numbers: Scalars['Int']['output'];
  /** Words of text. */
  readonly prose: Scalars['Int']['output'];
};

/** What differs between two revisions. */
export type Comparison = {
  readonly __typename?: 'Comparison';
  /** The older side. */
  readonly base: Revision;
  /** What was given up because the texts differ too much: `lines`, `pairs`, `words` or `moves` are coarser, never wrong. */
  readonly degraded: ReadonlyArray<Scalars['String']['output']>;
  /** Ranges over both texts that tile them, with moves, words and a summary: `Diff` of `@stet/history`. */
  readonly diff: Scalars['JSON']['output'];
  /** The newer side. */
  readonly head: Revision;
  /** Whether the texts are the same, byte for byte. */
  readonly isIdentical: Scalars['Boolean']['output'];
  /** Changes of title, path and front matter. */
  readonly properties: ReadonlyArray<PropertyChange>;
  /** How much differs. */
  readonly summary: ComparisonSummary;
  /** A patch for `git apply` and `patch`; empty when nothing differs. */
  readonly unified: Scalars['String']['output'];
};


/** What differs between two revisions. */
export type ComparisonUnifiedArgs = {
  context?: Scalars['Int']['input'];
};

/** How much differs. */
export type ComparisonSummary = {
  readonly __typename?: 'ComparisonSummary';
  /** Paragraphs that were made of several. */
  readonly joins: Scalars['Int']['output'];
  /** What the changes are about. */
  readonly kinds: ChangeKindCounts;
  /** Lines only the head has, those of changed lines included. */
  readonly linesAdded: Scalars['Int']['output'];
  /** Lines only the base has, those of changed lines included. */
  readonly linesRemoved: Scalars['Int']['output'];
  /** Blocks that went elsewhere; their words are neither added nor removed. */
  readonly moves: Scalars['Int']['output'];
  /** Paragraphs that became several. */
  readonly splits: Scalars['Int']['output'];
  /** Words only the head has. */
  readonly wordsAdded: Scalars['Int']['output'];
  /** Words only the base has. */
  readonly wordsRemoved: Scalars['Int']['output'];
};

/** Lines that both sides changed. */
export type ConflictChunk = {
  readonly __typename?: 'ConflictChunk';
  /** As they were in the base. */
  readonly base: Scalars['String']['output'];
  /** As the rejected text has them. */
  readonly mine: Scalars['String']['output'];
  /** A merge by words to start from; null when the words clash too. */
  readonly proposal?: Maybe<Scalars['String']['output']>;
  /** Why it was not merged, e.g. `both-changed`, `adjacent`, `same-sentence`. */
  readonly reason: Scalars['String']['output'];
  /** Where they start in the newest revision, from 1. */
  readonly startLine: Scalars['Int']['output'];
  /** As the page's newest revision has them. */
  readonly theirs: Scalars['String']['output'];
};

/** Somebody who wrote a page. */
export type Contributor = {
  readonly __typename?: 'Contributor';
  /** When they wrote last. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Who. */
  readonly person: Person;
  /** How many of the page's revisions are theirs. */
  readonly revisionCount: Scalars['Int']['output'];
};

/** How long a list is; counted only when asked for, and to 10,000 at most. */
export type Count = {
  readonly __typename?: 'Count';
  /** Whether there may be more. */
  readonly precision: CountPrecision;
  /** The number of entries, or 10,000. */
  readonly value: Scalars['Int']['output'];
};

/** How much a count can be trusted. */
export type CountPrecision =
  /** Counting stopped at 10,000. */
  | 'AT_LEAST'
  /** Counted to the end. */
  | 'EXACT';

/** What may be told of a deleted page. */
export type DeletedPage = {
  readonly __typename?: 'DeletedPage';
  /** When it was deleted. */
  readonly deletedAt: Scalars['DateTime']['output'];
  /** The page's id, for `pageRestore`. */
  readonly id: Scalars['ID']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Whether the viewer may restore it. */
  readonly viewerCanRestore: Scalars['Boolean']['output'];
};

/** Somebody saved since the base. Nothing was stored; this carries everything needed to merge by hand. */
export type EditConflict = UserError & {
  readonly __typename?: 'EditConflict';
  /** The revision the rejected text was based on. */
  readonly base: Revision;
  /** The lines to look at; empty when merging was not wanted. */
  readonly chunks: ReadonlyArray<ConflictChunk>;
  /** For machines. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The rejected text. */
  readonly mine: Scalars['String']['output'];
  /** The input field it is about, e.g. `["input", "path"]`; may be empty. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** A whole text with what is safe merged and the conflicts as proposals (or both versions). Never saved by itself. */
  readonly proposal: Scalars['String']['output'];
  /** The page's newest revision. */
  readonly theirs: Revision;
};

/** Why a write had no effect. New codes may join; treat unknown ones like INVALID_INPUT. */
export type ErrorCode =
  /** The name is in use. */
  | 'ALREADY_EXISTS'
  /** The page is deleted; restore it first. */
  | 'DELETED'
  /** Somebody saved since the base, and the texts cannot be merged safely. */
  | 'EDIT_CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value is missing, malformed or too long; `path` names it. */
  | 'INVALID_INPUT'
  /** The text cannot be stored, or its front matter cannot be read. */
  | 'INVALID_MARKDOWN'
  /** The page is not deleted. */
  | 'NOT_DELETED'
  /** What the input names does not exist or may not be seen. */
  | 'NOT_FOUND'
  /** Another page, or a redirect to one, has this address. */
  | 'PATH_TAKEN'
  /** The name has a meaning of its own in addresses. */
  | 'RESERVED_NAME'
  /** A limit of size or number; the message says which. */
  | 'TOO_LARGE';

/** Something about the input; every error that carries nothing special. */
export type InputError = UserError & {
  readonly __typename?: 'InputError';
  /** For machines. */
  readonly code: ErrorCode;
  /** The column in UTF-16 units, from 1. */
  readonly column?: Maybe<Scalars['Int']['output']>;
  /** The line of the text it is about, from 1. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field it is about, e.g. `["input", "path"]`; may be empty. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** A value that would do, e.g. a free path. */
  readonly suggestion?: Maybe<Scalars['String']['output']>;
};

/** What a person may do in the whole site. */
export type InstanceRole =
  /** Everything, in every space. */
  | 'ADMIN'
  /** What their roles in the spaces allow. */
  | 'MEMBER';

/** A person's role in a space. */
export type Membership = {
  readonly __typename?: 'Membership';
  /** Who. */
  readonly person: Person;
  /** What they may do. */
  readonly role: SpaceRole;
};

/** A slice of a list of members of a space. */
export type MembershipConnection = {
  readonly __typename?: 'MembershipConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<MembershipEdge>;
  /** The entries without cursors. */
  readonly nodes: ReadonlyArray<Membership>;
  /** Whether there is more, and how to get it. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of members of a space, with its cursor. */
export type MembershipEdge = {
  readonly __typename?: 'MembershipEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Membership;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Makes a page with its first revision. */
  readonly pageCreate: PageCreatePayload;
  /** Takes a page away; its history stays and it can be restored. */
  readonly pageDelete: PageDeletePayload;
  /** Gives a page another address. Old addresses redirect for ever, and links follow. */
  readonly pageMove: PageMovePayload;
  /** Brings a deleted page back. */
  readonly pageRestore: PageRestorePayload;
  /** Makes the text of an older revision the newest again. */
  readonly pageRevert: PageRevertPayload;
  /** Saves a text: as written, merged with what others saved since its base, or not at all with an EditConflict. */
  readonly pageSave: PageSavePayload;
  /** Switches an account off at once, or on again. */
  readonly personDisable: PersonPayload;
  /** Makes somebody an administrator of the whole site, or a member again. */
  readonly personRoleSet: PersonPayload;
  /** Makes a space. */
  readonly spaceCreate: SpaceCreatePayload;
  /** Ends a person's role in a space. */
  readonly spaceRoleRemove: SpaceRolePayload;
  /** Gives a person a role in a space, instead of the one they had. */
  readonly spaceRoleSet: SpaceRolePayload;
};


export type MutationPageCreateArgs = {
  input: PageCreateInput;
};


export type MutationPageDeleteArgs = {
  input: PageDeleteInput;
};


export type MutationPageMoveArgs = {
  input: PageMoveInput;
};


export type MutationPageRestoreArgs = {
  input: PageRestoreInput;
};


export type MutationPageRevertArgs = {
  input: PageRevertInput;
};


export type MutationPageSaveArgs = {
  input: PageSaveInput;
};


export type MutationPersonDisableArgs = {
  input: PersonDisableInput;
};


export type MutationPersonRoleSetArgs = {
  input: PersonRoleSetInput;
};


export type MutationSpaceCreateArgs = {
  input: SpaceCreateInput;
};


export type MutationSpaceRoleRemoveArgs = {
  input: SpaceRoleRemoveInput;
};


export type MutationSpaceRoleSetArgs = {
  input: SpaceRoleSetInput;
};

/** One row of a space's tree. */
export type NavigationEntry = {
  readonly __typename?: 'NavigationEntry';
  /** 0 at the top. */
  readonly depth: Scalars['Int']['output'];
  /** The page's kind; null for a folder without one. */
  readonly kind?: Maybe<PageKind>;
  /** The page; null for a folder without one. */
  readonly pageId?: Maybe<Scalars['ID']['output']>;
  /** The path. */
  readonly path: Scalars['String']['output'];
  /** The page's label or title; of a folder without a page, its name. */
  readonly title: Scalars['String']['output'];
  /** Where it is read; null for a folder without a page. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** Anything with an id that can be fetched again by `Query.node`. */
export type Node = {
  /** Opaque and stable; never changes, also when the thing moves or is renamed. */
  readonly id: Scalars['ID']['output'];
};

/** What to do when somebody saved since the base. */
export type OnConflict =
  /** Merge where that is safe, else answer with an EditConflict. */
  | 'MERGE'
  /** Always answer with an EditConflict. */
  | 'REJECT';

/** A text with a stable id and an address: space, locale and path. */
export type Page = Node & {
  readonly __typename?: 'Page';
  /** Pages with a link that could mean this page, by path. */
  readonly backlinks: PageConnection;
  /** Of its newest revision. Who wrote each line, in order; lines that were moved or brought back keep their author. */
  readonly blame: ReadonlyArray<BlameRun>;
  /** The folders it is in, outermost first. */
  readonly breadcrumbs: ReadonlyArray<NavigationEntry>;
  /** Links of the head to pages that do not exist. */
  readonly brokenLinks: ReadonlyArray<BrokenLink>;
  /** How many people wrote this page. */
  readonly contributorCount: Scalars['Int']['output'];
  /** People who wrote this page, most revisions first. */
  readonly contributors: ReadonlyArray<Contributor>;
  /** When its first revision was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was deleted; null for a page that is there. */
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** One or two sentences, from the front matter or the first paragraph; may be empty. */
  readonly description: Scalars['String']['output'];
  /** The source file's place in the space; relative links in the text start there. */
  readonly filePath: Scalars['String']['output'];
  /** The newest revision. */
  readonly head: Revision;
  /** The head rendered, safe to insert; links lead where their pages live today. */
  readonly html: Scalars['String']['output'];
  /** Opaque and stable; never changes, also when the thing moves or is renamed. */
  readonly id: Scalars['ID']['output'];
  /** From the front matter. */
  readonly kind: PageKind;
  /** The language it is written in. */
  readonly locale: Scalars['Locale']['output'];
  /** The exact text of the head, front matter included. */
  readonly markdown: Scalars['String']['output'];
  /** The page after it in reading order. */
  readonly next?: Maybe<NavigationEntry>;
  /** Its address in the space: slugs joined by `/`. The tree is the paths. */
  readonly path: Scalars['String']['output'];
  /** The page before it in reading order. */
  readonly previous?: Maybe<NavigationEntry>;
  /** What its writers should mend. */
  readonly problems: ReadonlyArray<SourceProblem>;
  /** The revision with this number; null when there is none. */
  readonly revisionByNumber?: Maybe<Revision>;
  /** Its history, newest first. */
  readonly revisions: RevisionConnection;
  /** Where it lives. */
  readonly space: Space;
  /** From the front matter. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** From the front matter, else the first heading, else the path. */
  readonly title: Scalars['String']['output'];
  /** The headings of the head. */
  readonly toc: ReadonlyArray<TocEntry>;
  /** The same page in other languages, by locale. */
  readonly translations: ReadonlyArray<Page>;
  /** When its newest revision was made. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Where it is read. */
  readonly url: Scalars['URL']['output'];
  /** Whether the viewer may delete it. */
  readonly viewerCanDelete: Scalars['Boolean']['output'];
  /** Whether the viewer may edit it. */
  readonly viewerCanEdit: Scalars['Boolean']['output'];
  /** Whether the viewer may move it. */
  readonly viewerCanMove: Scalars['Boolean']['output'];
};


/** A text with a stable id and an address: space, locale and path. */
export type PageBacklinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A text with a stable id and an address: space, locale and path. */
export type PageBlameArgs = {
  firstLine?: InputMaybe<Scalars['Int']['input']>;
  lastLine?: InputMaybe<Scalars['Int']['input']>;
};


/** A text with a stable id and an address: space, locale and path. */
export type PageContributorsArgs = {
  first?: Scalars['Int']['input'];
};


/** A text with a stable id and an address: space, locale and path. */
export type PageRevisionByNumberArgs = {
  number: Scalars['Int']['input'];
};


/** A text with a stable id and an address: space, locale and path. */
export type PageRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Names a page: exactly one of its fields. */
export type PageBy =
  /** By its id. */
  { readonly id: Scalars['ID']['input']; readonly path?: never; }
  |  /** By where it lives now; former addresses are found by `Query.address`. */
  { readonly id?: never; readonly path: PagePath; };

/** A slice of a list of pages. */
export type PageConnection = {
  readonly __typename?: 'PageConnection';
  /** How long the whole list is. */
  readonly count: Count;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<PageEdge>;
  /** The entries without cursors. */
  readonly nodes: ReadonlyArray<Page>;
  /** Whether there is more, and how to get it. */
  readonly pageInfo: PageInfo;
};

/** A new page. */
export type PageCreateInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is a small change. */
  readonly isMinor?: InputMaybe<Scalars['Boolean']['input']>;
  /** The space's default locale when absent. */
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  /** The whole text, front matter included; stored byte for byte. */
  readonly markdown: Scalars['String']['input'];
  /** What it is for, in a sentence. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Lower-case slugs joined by `/`. */
  readonly path: Scalars['String']['input'];
  /** The space's key. */
  readonly space: Scalars['String']['input'];
  /** The page it translates. */
  readonly translationOf?: InputMaybe<Scalars['ID']['input']>;
};

/** How creating a page ended. */
export type PageCreatePayload = {
  readonly __typename?: 'PageCreatePayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The new page; null when there are errors. */
  readonly page?: Maybe<Page>;
  /** Its first revision; null when there are errors. */
  readonly revision?: Maybe<Revision>;
};

/** A page to take away. */
export type PageDeleteInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, in a sentence. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Which page. What is below it stays. */
  readonly pageId: Scalars['ID']['input'];
};

/** How a deletion ended. */
export type PageDeletePayload = {
  readonly __typename?: 'PageDeletePayload';
  /** What was deleted; null when there are errors. */
  readonly deletedPage?: Maybe<DeletedPage>;
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
};

/** An entry of a list of pages, with its cursor. */
export type PageEdge = {
  readonly __typename?: 'PageEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Page;
};

/** Where a slice of a list stands, by the Relay cursor specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null when empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. When paging backwards: whether `before` was given. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something comes before. When paging forwards: whether `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null when empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** What a page is; from its front matter. */
export type PageKind =
  /** A how-to guide whose steps can be run. */
  | 'GUIDE'
  /** Documentation. */
  | 'PAGE'
  /** An announcement or a story, of its date. */
  | 'POST';

/** Another address for a page. */
export type PageMoveInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether the pages below it come along. */
  readonly includeDescendants?: Scalars['Boolean']['input'];
  /** Why, in a sentence. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Which page. */
  readonly pageId: Scalars['ID']['input'];
  /** Its new path: lower-case slugs joined by `/`. */
  readonly path: Scalars['String']['input'];
  /** The key of another space to move it to. From a members' space to a public one it takes a REVIEWER: everybody can read the whole history then. */
  readonly space?: InputMaybe<Scalars['String']['input']>;
  /** Whether links are rewritten: those in the moved pages, and those to them in pages the viewer may edit. */
  readonly updateLinks?: Scalars['Boolean']['input'];
};

/** How a move ended; never half. */
export type PageMovePayload = {
  readonly __typename?: 'PageMovePayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** How many pages moved; 0 when it was there already, null when there are errors. */
  readonly movedCount?: Maybe<Scalars['Int']['output']>;
  /** The page at its new address; null when there are errors. */
  readonly page?: Maybe<Page>;
  /** The revision that records the move; null when there are errors. */
  readonly revision?: Maybe<Revision>;
};

/** How a list of pages is ordered. */
export type PageOrder =
  /** Newest first. */
  | 'CREATED_AT'
  /** By path. */
  | 'PATH'
  /** By title. */
  | 'TITLE'
  /** Last saved first. */
  | 'UPDATED_AT';

/** The address of a page. */
export type PagePath = {
  /** The space's default locale when absent. */
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  /** The path in the space; `index` or empty for its start page. */
  readonly path: Scalars['String']['input'];
  /** The space's key. */
  readonly space: Scalars['String']['input'];
};

/** A deleted page to bring back. */
export type PageRestoreInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which page. */
  readonly pageId: Scalars['ID']['input'];
  /** Another path, when its own is taken by now. */
  readonly path?: InputMaybe<Scalars['String']['input']>;
};

/** How a restoration ended. */
export type PageRestorePayload = {
  readonly __typename?: 'PageRestorePayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The page; null when there are errors. */
  readonly page?: Maybe<Page>;
  /** The revision that records it; null when there are errors. */
  readonly revision?: Maybe<Revision>;
};

/** An older text to make the newest again. */
export type PageRevertInput = {
  /** The newest revision as the viewer saw it; when another is newer, nothing is done. */
  readonly baseRevisionId: Scalars['ID']['input'];
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, in a sentence. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Which page. */
  readonly pageId: Scalars['ID']['input'];
  /** The revision whose text is wanted. */
  readonly toRevisionId: Scalars['ID']['input'];
};

/** How a revert ended. */
export type PageRevertPayload = {
  readonly __typename?: 'PageRevertPayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The page as it is now; null when there are errors. */
  readonly page?: Maybe<Page>;
  /** The new revision, or the head when it had this text already; null when there are errors. */
  readonly revision?: Maybe<Revision>;
};

/** A new text for a page. */
export type PageSaveInput = {
  /** The revision the text was written on. Nobody's later work is ever overwritten. */
  readonly baseRevisionId: Scalars['ID']['input'];
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is a small change. */
  readonly isMinor?: InputMaybe<Scalars['Boolean']['input']>;
  /** The whole text, front matter included; stored byte for byte. */
  readonly markdown: Scalars['String']['input'];
  /** What changed and why, in a sentence. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** What to do when somebody saved since the base. */
  readonly onConflict?: OnConflict;
  /** Which page. */
  readonly pageId: Scalars['ID']['input'];
};

/** How a save ended. */
export type PageSavePayload = {
  readonly __typename?: 'PageSavePayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** Null when there are errors. */
  readonly outcome?: Maybe<SaveOutcome>;
  /** The page as it is now; null when there are errors. */
  readonly page?: Maybe<Page>;
  /** The new revision, or the one that had this text; null when there are errors. */
  readonly revision?: Maybe<Revision>;
};

/** A human who did something here: the holder of an account, or an author known from an import. */
export type Person = Node & {
  readonly __typename?: 'Person';
  /** The account; null for authors without one, and for everybody but its owner and administrators. */
  readonly account?: Maybe<PersonAccount>;
  /** Opaque and stable; never changes, also when the thing moves or is renamed. */
  readonly id: Scalars['ID']['output'];
  /** As they want to be called. */
  readonly name: Scalars['String']['output'];
  /** What they wrote on pages the viewer may read, newest first. */
  readonly revisions: RevisionConnection;
};


/** A human who did something here: the holder of an account, or an author known from an import. */
export type PersonRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The account behind a person. */
export type PersonAccount = {
  readonly __typename?: 'PersonAccount';
  /** The e-mail address the person signs in with. */
  readonly email: Scalars['String']['output'];
  /** Whether signing in is switched off. */
  readonly isDisabled: Scalars['Boolean']['output'];
  /** The role in the whole site. */
  readonly role: InstanceRole;
};

/** Switches an account off, or on again. */
export type PersonDisableInput = {
  /** True ends all sessions and lets no new one start; false allows signing in again. */
  readonly isDisabled?: Scalars['Boolean']['input'];
  /** Whose account. */
  readonly personId: Scalars['ID']['input'];
};

/** How a change of a person ended. */
export type PersonPayload = {
  readonly __typename?: 'PersonPayload';
  /** Why nothing was changed; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The person; null when nothing was changed. */
  readonly person?: Maybe<Person>;
};

/** A role in the whole site. */
export type PersonRoleSetInput = {
  /** Whose role. */
  readonly personId: Scalars['ID']['input'];
  /** The role from now on. */
  readonly role: InstanceRole;
};

/** A change of title, path or a front matter property. */
export type PropertyChange = {
  readonly __typename?: 'PropertyChange';
  /** In the base; null when it was not there. */
  readonly base?: Maybe<Scalars['JSON']['output']>;
  /** In the head; null when it is not there. */
  readonly head?: Maybe<Scalars['JSON']['output']>;
  /** `title`, `path`, or the key in the front matter. */
  readonly name: Scalars['String']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** What stands at an address: a page, a redirect, a deleted page, or nothing, with suggestions. */
  readonly address: Address;
  /** What differs between any two revisions, also of different pages; null when either cannot be read. */
  readonly compare?: Maybe<Comparison>;
  /** What differs between a revision and a text that was not saved; null when the revision cannot be read. */
  readonly compareText?: Maybe<TextComparison>;
  /** Anything by its id; null when there is none or it may not be seen. */
  readonly node?: Maybe<Node>;
  /** Many things by their ids, in the same order; null for each that is not found. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** A page; null when there is none or it may not be read. */
  readonly page?: Maybe<Page>;
  /** Pages the viewer may read; deleted ones are left out. */
  readonly pages: PageConnection;
  /** A person; null when there is none of this id. */
  readonly person?: Maybe<Person>;
  /** Revisions of all pages the viewer may read, newest first. */
  readonly recentChanges: RevisionConnection;
  /** A revision; null when there is none or it may not be read. */
  readonly revision?: Maybe<Revision>;
  /** Pages with all the words in title or text, best first. */
  readonly search: SearchConnection;
  /** This instance of Stet. */
  readonly site: Site;
  /** A space; null when there is none or it may not be read. */
  readonly space?: Maybe<Space>;
  /** The spaces the viewer may read, by key. */
  readonly spaces: SpaceConnection;
  /** Whoever asks. */
  readonly viewer: Viewer;
};


export type QueryAddressArgs = {
  path: PagePath;
};


export type QueryCompareArgs = {
  base: Scalars['ID']['input'];
  head: Scalars['ID']['input'];
};


export type QueryCompareTextArgs = {
  base: Scalars['ID']['input'];
  markdown: Scalars['String']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryPageArgs = {
  by: PageBy;
};


export type QueryPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['ID']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<PageKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Scalars['Locale']['input']>;
  orderBy?: PageOrder;
  pathPrefix?: InputMaybe<Scalars['String']['input']>;
  space?: InputMaybe<Scalars['String']['input']>;
  tag?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRecentChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeMinor?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  space?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRevisionArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<PageKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Scalars['Locale']['input']>;
  query: Scalars['String']['input'];
  space?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySpaceArgs = {
  by: SpaceBy;
};


export type QuerySpacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One state of a page. Its text never changes. */
export type Revision = Node & {
  readonly __typename?: 'Revision';
  /** Who made it. */
  readonly author: Person;
  /** Who wrote each line, in order; lines that were moved or brought back keep their author. */
  readonly blame: ReadonlyArray<BlameRun>;
  /** Its blocks in order; they cover the text from the first line to the last. */
  readonly blocks: ReadonlyArray<Block>;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  readonly contentHash: Scalars['String']['output'];
  /** When it was made; of an imported revision, the time in its source. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The front matter as an object; empty without one. */
  readonly frontMatter: Scalars['JSON']['output'];
  /** Rendered, safe to insert; links lead where they led. */
  readonly html: Scalars['String']['output'];
  /** Opaque and stable; never changes, also when the thing moves or is renamed. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is the page's newest. */
  readonly isHead: Scalars['Boolean']['output'];
  /** Whether its author marked it as a small change. */
  readonly isMinor: Scalars['Boolean']['output'];
  /** How it came to be. */
  readonly kind: RevisionKind;
  /** Lines that its first parent does not have. */
  readonly linesAdded: Scalars['Int']['output'];
  /** Lines of its first parent that it does not have. */
  readonly linesRemoved: Scalars['Int']['output'];
  /** The exact text, front matter included. */
  readonly markdown: Scalars['String']['output'];
  /** What its author said about it; may be empty. */
  readonly message: Scalars['String']['output'];
  /** The one after; null for the newest. */
  readonly next?: Maybe<Revision>;
  /** 1 for the page's first; counts up. */
  readonly number: Scalars['Int']['output'];
  /** The page it is a state of. */
  readonly page: Page;
  /** What it was made from: none for the first, two for a merge. */
  readonly parents: ReadonlyArray<Revision>;
  /** The page's path at the time. */
  readonly path: Scalars['String']['output'];
  /** The one before; null for the first. */
  readonly previous?: Maybe<Revision>;
  /** Bytes of the text in UTF-8. */
  readonly size: Scalars['Int']['output'];
  /** Bytes gained or lost against the first parent; its size for the first. */
  readonly sizeChange: Scalars['Int']['output'];
  /** The page's title at the time. */
  readonly title: Scalars['String']['output'];
  /** Its headings. */
  readonly toc: ReadonlyArray<TocEntry>;
  /** Where it is read. */
  readonly url: Scalars['URL']['output'];
  /** Who wrote each word of at most 100 lines. Looks back 500 revisions along first parents, and 8 MiB of text. */
  readonly wordAuthors: ReadonlyArray<WordRun>;
};


/** One state of a page. Its text never changes. */
export type RevisionBlameArgs = {
  firstLine?: InputMaybe<Scalars['Int']['input']>;
  lastLine?: InputMaybe<Scalars['Int']['input']>;
};


/** One state of a page. Its text never changes. */
export type RevisionWordAuthorsArgs = {
  firstLine: Scalars['Int']['input'];
  lastLine: Scalars['Int']['input'];
};

/** A slice of a list of revisions. */
export type RevisionConnection = {
  readonly __typename?: 'RevisionConnection';
  /** How long the whole list is. */
  readonly count: Count;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<RevisionEdge>;
  /** The entries without cursors. */
  readonly nodes: ReadonlyArray<Revision>;
  /** Whether there is more, and how to get it. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of revisions, with its cursor. */
export type RevisionEdge = {
  readonly __typename?: 'RevisionEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Revision;
};

/** How a revision came to be. */
export type RevisionKind =
  /** The page's first. */
  | 'CREATE'
  /** Somebody changed the text. */
  | 'EDIT'
  /** A save was merged with what others had saved meanwhile; it has two parents. */
  | 'MERGE'
  /** The page got another address; its relative links may have been rewritten. */
  | 'MOVE'
  /** The page came back after a deletion. */
  | 'RESTORE'
  /** The text of an older revision became the newest again. */
  | 'REVERT';

/** How a save ended. */
export type SaveOutcome =
  /** Stored together with what others saved since the base. */
  | 'MERGED'
  /** Stored as written. */
  | 'SAVED'
  /** The page had this text already; there is no new revision. */
  | 'UNCHANGED';

/** A slice of a list of search hits. */
export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** How long the whole list is. */
  readonly count: Count;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** The entries without cursors. */
  readonly nodes: ReadonlyArray<SearchHit>;
  /** Whether there is more, and how to get it. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of search hits, with its cursor. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: SearchHit;
};

/** A page that was found. */
export type SearchHit = {
  readonly __typename?: 'SearchHit';
  /** The page. */
  readonly page: Page;
  /** How well it fits; comparable only within one answer. */
  readonly rank: Scalars['Float']['output'];
  /** Where it was found, as safe HTML: escaped, with `<mark>` around the words. */
  readonly snippet: Scalars['String']['output'];
  /** Its title as safe HTML: escaped, with `<mark>` around what was found. */
  readonly title: Scalars['String']['output'];
};

/** This instance of Stet. */
export type Site = {
  readonly __typename?: 'Site';
  /** Languages pages may be written in. */
  readonly locales: ReadonlyArray<Scalars['Locale']['output']>;
  /** As in the header of every screen. */
  readonly name: Scalars['String']['output'];
  /** Whether anybody may open an account. */
  readonly signUpEnabled: Scalars['Boolean']['output'];
  /** Its address, without a slash at the end. */
  readonly url: Scalars['URL']['output'];
  /** The version of Stet. */
  readonly version: Scalars['String']['output'];
};

/** Something in a text that its writer should know about. */
export type SourceProblem = {
  readonly __typename?: 'SourceProblem';
  /** Stable, for machines, e.g. `front-matter-duplicate-key`. */
  readonly code: Scalars['String']['output'];
  /** In UTF-16 units, from 1. */
  readonly column: Scalars['Int']['output'];
  /** From 1, front matter included. */
  readonly line: Scalars['Int']['output'];
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** `error` or `warning`. */
  readonly severity: Scalars['String']['output'];
};

/** A site within the site: pages, media and members of their own. */
export type Space = Node & {
  readonly __typename?: 'Space';
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The language of its pages that have no locale in their address. */
  readonly defaultLocale: Scalars['Locale']['output'];
  /** What it is about, in a sentence; may be empty. */
  readonly description: Scalars['String']['output'];
  /** Opaque and stable; never changes, also when the thing moves or is renamed. */
  readonly id: Scalars['ID']['output'];
  /** The first segment of its addresses. Unique. */
  readonly key: Scalars['String']['output'];
  /** Who has a role in the space, by name. Only for its administrators. */
  readonly members: MembershipConnection;
  /** As people call it. */
  readonly name: Scalars['String']['output'];
  /** The whole tree of one language, in reading order; 5,000 pages at most. */
  readonly navigation: ReadonlyArray<NavigationEntry>;
  /** How many pages it has, in all languages; deleted ones not counted. */
  readonly pageCount: Scalars['Int']['output'];
  /** Revisions of its pages, newest first. */
  readonly recentChanges: RevisionConnection;
  /** Its start page. */
  readonly url: Scalars['URL']['output'];
  /** Whether the viewer may look after the space and its members. */
  readonly viewerCanAdminister: Scalars['Boolean']['output'];
  /** Whether the viewer may create and edit pages. */
  readonly viewerCanWrite: Scalars['Boolean']['output'];
  /** The viewer's role; null without one. */
  readonly viewerRole?: Maybe<SpaceRole>;
  /** Who may read it. */
  readonly visibility: Visibility;
};


/** A site within the site: pages, media and members of their own. */
export type SpaceMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A site within the site: pages, media and members of their own. */
export type SpaceNavigationArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A site within the site: pages, media and members of their own. */
export type SpaceRecentChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Names a space: exactly one of its fields. */
export type SpaceBy =
  /** By its id. */
  { readonly id: Scalars['ID']['input']; readonly key?: never; }
  |  /** By its key. */
  { readonly id?: never; readonly key: Scalars['String']['input']; };

/** A slice of a list of spaces. */
export type SpaceConnection = {
  readonly __typename?: 'SpaceConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<SpaceEdge>;
  /** The entries without cursors. */
  readonly nodes: ReadonlyArray<Space>;
  /** Whether there is more, and how to get it. */
  readonly pageInfo: PageInfo;
};

/** A new space. */
export type SpaceCreateInput = {
  /** The language of its pages; the site's own by default. */
  readonly defaultLocale?: InputMaybe<Scalars['Locale']['input']>;
  /** What it is about, in a sentence. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeated request have one effect, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The first segment of its addresses: a to z, digits, hyphens; 63 characters at most. */
  readonly key: Scalars['String']['input'];
  /** As people call it. */
  readonly name: Scalars['String']['input'];
  /** Who may read it; PUBLIC by default. */
  readonly visibility?: InputMaybe<Visibility>;
};

/** How creating a space ended. */
export type SpaceCreatePayload = {
  readonly __typename?: 'SpaceCreatePayload';
  /** Why nothing was done; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The new space; null when there are errors. */
  readonly space?: Maybe<Space>;
};

/** An entry of a list of spaces, with its cursor. */
export type SpaceEdge = {
  readonly __typename?: 'SpaceEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Space;
};

/** What a person may do in a space; each role may all that the ones before it may. */
export type SpaceRole =
  /** Looks after the space and its members. */
  | 'ADMIN'
  /** Reads. */
  | 'READER'
  /** Deletes and restores pages. */
  | 'REVIEWER'
  /** Creates, edits, moves and reverts pages. */
  | 'WRITER';

/** How a change of a role ended. */
export type SpaceRolePayload = {
  readonly __typename?: 'SpaceRolePayload';
  /** Why nothing was changed; empty when all went well. */
  readonly errors: ReadonlyArray<UserError>;
  /** The new role; null when there is none. */
  readonly membership?: Maybe<Membership>;
  /** The space; null when nothing was changed. */
  readonly space?: Maybe<Space>;
};

/** Whose role in a space ends. */
export type SpaceRoleRemoveInput = {
  /** Whose role. */
  readonly personId: Scalars['ID']['input'];
  /** Where. */
  readonly spaceId: Scalars['ID']['input'];
};

/** A role in a space. */
export type SpaceRoleSetInput = {
  /** Whose role. */
  readonly personId: Scalars['ID']['input'];
  /** The role from now on. */
  readonly role: SpaceRole;
  /** Where. */
  readonly spaceId: Scalars['ID']['input'];
};

/** What differs between a revision and a text that was not saved. */
export type TextComparison = {
  readonly __typename?: 'TextComparison';
  /** The revision. */
  readonly base: Revision;
  /** What was given up because the texts differ too much: `lines`, `pairs`, `words` or `moves` are coarser, never wrong. */
  readonly degraded: ReadonlyArray<Scalars['String']['output']>;
  /** Ranges over both texts that tile them, with moves, words and a summary: `Diff` of `@stet/history`. */
  readonly diff: Scalars['JSON']['output'];
  /** Whether the texts are the same, byte for byte. */
  readonly isIdentical: Scalars['Boolean']['output'];
  /** How much differs. */
  readonly summary: ComparisonSummary;
  /** A patch for `git apply` and `patch`; empty when nothing differs. */
  readonly unified: Scalars['String']['output'];
};


/** What differs between a revision and a text that was not saved. */
export type TextComparisonUnifiedArgs = {
  context?: Scalars['Int']['input'];
};

/** A heading of a page. */
export type TocEntry = {
  readonly __typename?: 'TocEntry';
  /** The anchor in the HTML. */
  readonly id: Scalars['String']['output'];
  /** 2, 3 or 4. */
  readonly level: Scalars['Int']['output'];
  /** The heading without markup. */
  readonly text: Scalars['String']['output'];
};

/** An expected outcome of a write that the person has to deal with. */
export type UserError = {
  /** For machines. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field it is about, e.g. `["input", "path"]`; may be empty. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** Whoever asks: a signed-in person, or nobody. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** Whether the viewer may create spaces. */
  readonly canCreateSpaces: Scalars['Boolean']['output'];
  /** The viewer's own e-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer administers the whole site. */
  readonly isAdmin: Scalars['Boolean']['output'];
  /** Whether somebody is signed in. */
  readonly isSignedIn: Scalars['Boolean']['output'];
  /** The signed-in person; null for anonymous readers. */
  readonly person?: Maybe<Person>;
};

/** Who may read a space. */
export type Visibility =
  /** Only those who have a role in it. */
  | 'MEMBERS'
  /** Everybody, signed in or not. */
  | 'PUBLIC';

/** Consecutive characters that one revision brought. */
export type WordRun = {
  readonly __typename?: 'WordRun';
  /** Which brought them; null when that is further back than was looked. */
  readonly revision?: Maybe<Revision>;
  /** The characters. */
  readonly text: Scalars['String']['output'];
};
