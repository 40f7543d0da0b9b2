export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
  Locale: { input: string; output: string; }
  URL: { input: string; output: string; }
};

export type Address = {
  readonly __typename?: 'Address';
  readonly deletedPage?: Maybe<DeletedPage>;
  readonly page?: Maybe<Page>;
  readonly redirectTo?: Maybe<Page>;
  readonly suggestions: ReadonlyArray<Page>;
  readonly viewerCanCreate: Scalars['Boolean']['output'];
};

export type BrokenLink = {
  readonly __typename?: 'BrokenLink';
  readonly href: Scalars['String']['output'];
  readonly line: Scalars['Int']['output'];
  readonly text: Scalars['String']['output'];
};

/** The shape of `operations` follows packages/history's Diff one to one. */
export type Comparison = {
  readonly __typename?: 'Comparison';
  readonly base: Revision;
  readonly degraded: ReadonlyArray<Scalars['String']['output']>;
  readonly diff: Scalars['JSON']['output'];
  readonly head: Revision;
  readonly isIdentical: Scalars['Boolean']['output'];
  readonly properties: ReadonlyArray<PropertyChange>;
  readonly summary: ComparisonSummary;
  readonly unified: Scalars['String']['output'];
};


/** The shape of `operations` follows packages/history's Diff one to one. */
export type ComparisonUnifiedArgs = {
  context?: InputMaybe<Scalars['Int']['input']>;
};

export type ComparisonSummary = {
  readonly __typename?: 'ComparisonSummary';
  readonly linesAdded: Scalars['Int']['output'];
  readonly linesRemoved: Scalars['Int']['output'];
  readonly moves: Scalars['Int']['output'];
  readonly wordsAdded: Scalars['Int']['output'];
  readonly wordsRemoved: Scalars['Int']['output'];
};

export type ConflictChunk = {
  readonly __typename?: 'ConflictChunk';
  readonly base: Scalars['String']['output'];
  readonly mine: Scalars['String']['output'];
  readonly proposal?: Maybe<Scalars['String']['output']>;
  readonly startLine: Scalars['Int']['output'];
  readonly theirs: Scalars['String']['output'];
};

export type Contributor = {
  readonly __typename?: 'Contributor';
  readonly lastAt: Scalars['DateTime']['output'];
  readonly person: Person;
  readonly revisionCount: Scalars['Int']['output'];
};

export type Count = {
  readonly __typename?: 'Count';
  readonly precision: CountPrecision;
  readonly value: Scalars['Int']['output'];
};

export type CountPrecision =
  | 'AT_LEAST'
  | 'EXACT';

/** What may be told of a deleted page. */
export type DeletedPage = {
  readonly __typename?: 'DeletedPage';
  readonly deletedAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly viewerCanRestore: Scalars['Boolean']['output'];
};

/** Somebody saved since the base; carries everything needed to merge by hand. */
export type EditConflict = UserError & {
  readonly __typename?: 'EditConflict';
  readonly base: Revision;
  readonly chunks: ReadonlyArray<ConflictChunk>;
  readonly code: ErrorCode;
  readonly message: Scalars['String']['output'];
  readonly mine: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** A whole text that resolves what is safe to resolve and keeps conflict chunks as proposals; never saved by itself. */
  readonly proposal: Scalars['String']['output'];
  readonly theirs: Revision;
};

export type ErrorCode =
  | 'ALREADY_EXISTS'
  | 'DELETED'
  | 'EDIT_CONFLICT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'INVALID_MARKDOWN'
  | 'NOT_DELETED'
  | 'NOT_FOUND'
  | 'PATH_TAKEN'
  | 'RESERVED_NAME'
  | 'TOO_LARGE';

export type InputError = UserError & {
  readonly __typename?: 'InputError';
  readonly code: ErrorCode;
  readonly column?: Maybe<Scalars['Int']['output']>;
  readonly line?: Maybe<Scalars['Int']['output']>;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  readonly pageCreate: PageCreatePayload;
  readonly pageDelete: PageDeletePayload;
  readonly pageMove: PageMovePayload;
  readonly pageRestore: PageRestorePayload;
  readonly pageRevert: PageRevertPayload;
  readonly pageSave: PageSavePayload;
  readonly spaceCreate: SpaceCreatePayload;
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


export type MutationSpaceCreateArgs = {
  input: SpaceCreateInput;
};

/** One row of the navigation tree. `page` is null for a folder that has no page of its own. */
export type NavigationEntry = {
  readonly __typename?: 'NavigationEntry';
  readonly depth: Scalars['Int']['output'];
  readonly kind?: Maybe<PageKind>;
  readonly pageId?: Maybe<Scalars['ID']['output']>;
  readonly path: Scalars['String']['output'];
  readonly title: Scalars['String']['output'];
  readonly url?: Maybe<Scalars['String']['output']>;
};

export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type OnConflict =
  | 'MERGE'
  | 'REJECT';

export type Page = Node & {
  readonly __typename?: 'Page';
  readonly backlinks: PageConnection;
  readonly breadcrumbs: ReadonlyArray<NavigationEntry>;
  readonly brokenLinks: ReadonlyArray<BrokenLink>;
  readonly contributorCount: Scalars['Int']['output'];
  /** People who wrote this page, most revisions first. */
  readonly contributors: ReadonlyArray<Contributor>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description: Scalars['String']['output'];
  /** The source file's place in the space, as links in the text are relative to it. */
  readonly filePath: Scalars['String']['output'];
  readonly head: Revision;
  readonly html: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: PageKind;
  readonly locale: Scalars['Locale']['output'];
  readonly markdown: Scalars['String']['output'];
  readonly next?: Maybe<NavigationEntry>;
  readonly path: Scalars['String']['output'];
  readonly previous?: Maybe<NavigationEntry>;
  readonly problems: ReadonlyArray<SourceProblem>;
  readonly revisionByNumber?: Maybe<Revision>;
  readonly revisions: RevisionConnection;
  readonly space: Space;
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  readonly toc: ReadonlyArray<TocEntry>;
  readonly translations: ReadonlyArray<Page>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly url: Scalars['URL']['output'];
  readonly viewerCanDelete: Scalars['Boolean']['output'];
  readonly viewerCanEdit: Scalars['Boolean']['output'];
  readonly viewerCanMove: Scalars['Boolean']['output'];
};


export type PageBacklinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type PageContributorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type PageRevisionByNumberArgs = {
  number: Scalars['Int']['input'];
};


export type PageRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PageBy =
  { readonly id: Scalars['ID']['input']; readonly path?: never; }
  |  { readonly id?: never; readonly path: PagePath; };

export type PageConnection = {
  readonly __typename?: 'PageConnection';
  readonly count: Count;
  readonly edges: ReadonlyArray<PageEdge>;
  readonly nodes: ReadonlyArray<Page>;
  readonly pageInfo: PageInfo;
};

export type PageCreateInput = {
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly isMinor?: InputMaybe<Scalars['Boolean']['input']>;
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  readonly markdown: Scalars['String']['input'];
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly path: Scalars['String']['input'];
  readonly space: Scalars['String']['input'];
  readonly translationOf?: InputMaybe<Scalars['ID']['input']>;
};

export type PageCreatePayload = {
  readonly __typename?: 'PageCreatePayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly page?: Maybe<Page>;
  readonly revision?: Maybe<Revision>;
};

export type PageDeleteInput = {
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly pageId: Scalars['ID']['input'];
};

export type PageDeletePayload = {
  readonly __typename?: 'PageDeletePayload';
  readonly deletedPage?: Maybe<DeletedPage>;
  readonly errors: ReadonlyArray<UserError>;
};

export type PageEdge = {
  readonly __typename?: 'PageEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Page;
};

export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type PageKind =
  | 'GUIDE'
  | 'PAGE'
  | 'POST';

export type PageMoveInput = {
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly includeDescendants?: InputMaybe<Scalars['Boolean']['input']>;
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly pageId: Scalars['ID']['input'];
  readonly path: Scalars['String']['input'];
  readonly space?: InputMaybe<Scalars['String']['input']>;
  readonly updateLinks?: InputMaybe<Scalars['Boolean']['input']>;
};

export type PageMovePayload = {
  readonly __typename?: 'PageMovePayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly movedCount: Scalars['Int']['output'];
  readonly page?: Maybe<Page>;
  readonly revision?: Maybe<Revision>;
};

export type PageOrder =
  | 'CREATED_AT'
  | 'PATH'
  | 'TITLE'
  | 'UPDATED_AT';

export type PagePath = {
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  readonly path: Scalars['String']['input'];
  readonly space: Scalars['String']['input'];
};

export type PageRestoreInput = {
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly pageId: Scalars['ID']['input'];
};

export type PageRestorePayload = {
  readonly __typename?: 'PageRestorePayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly page?: Maybe<Page>;
  readonly revision?: Maybe<Revision>;
};

export type PageRevertInput = {
  readonly baseRevisionId: Scalars['ID']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly pageId: Scalars['ID']['input'];
  readonly toRevisionId: Scalars['ID']['input'];
};

export type PageRevertPayload = {
  readonly __typename?: 'PageRevertPayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly page?: Maybe<Page>;
  readonly revision?: Maybe<Revision>;
};

export type PageSaveInput = {
  readonly baseRevisionId: Scalars['ID']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly isMinor?: InputMaybe<Scalars['Boolean']['input']>;
  readonly markdown: Scalars['String']['input'];
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly onConflict?: InputMaybe<OnConflict>;
  readonly pageId: Scalars['ID']['input'];
};

export type PageSavePayload = {
  readonly __typename?: 'PageSavePayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly outcome?: Maybe<SaveOutcome>;
  readonly page?: Maybe<Page>;
  readonly revision?: Maybe<Revision>;
};

export type Person = Node & {
  readonly __typename?: 'Person';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly revisions: RevisionConnection;
};


export type PersonRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A change of title, path, kind, tags or another front matter property. */
export type PropertyChange = {
  readonly __typename?: 'PropertyChange';
  readonly base?: Maybe<Scalars['JSON']['output']>;
  readonly head?: Maybe<Scalars['JSON']['output']>;
  readonly name: Scalars['String']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** What stands at an address: a page, a redirect, a deleted page, or nothing, with suggestions. */
  readonly address: Address;
  readonly compare?: Maybe<Comparison>;
  readonly node?: Maybe<Node>;
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  readonly page?: Maybe<Page>;
  readonly pages: PageConnection;
  readonly person?: Maybe<Person>;
  /** Revisions of all visible pages, newest first. */
  readonly recentChanges: RevisionConnection;
  readonly revision?: Maybe<Revision>;
  readonly search: SearchConnection;
  readonly site: Site;
  readonly space?: Maybe<Space>;
  readonly spaces: SpaceConnection;
  readonly viewer: Viewer;
};


export type QueryAddressArgs = {
  path: PagePath;
};


export type QueryCompareArgs = {
  base: Scalars['ID']['input'];
  head: Scalars['ID']['input'];
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
  orderBy?: InputMaybe<PageOrder>;
  pathPrefix?: InputMaybe<Scalars['String']['input']>;
  space?: InputMaybe<Scalars['String']['input']>;
  tag?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRecentChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeMinor?: InputMaybe<Scalars['Boolean']['input']>;
  space?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRevisionArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<PageKind>;
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

export type Revision = Node & {
  readonly __typename?: 'Revision';
  readonly author: Person;
  readonly contentHash: Scalars['String']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly frontMatter: Scalars['JSON']['output'];
  readonly html: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly isHead: Scalars['Boolean']['output'];
  readonly isMinor: Scalars['Boolean']['output'];
  readonly kind: RevisionKind;
  readonly linesAdded: Scalars['Int']['output'];
  readonly linesRemoved: Scalars['Int']['output'];
  readonly markdown: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly next?: Maybe<Revision>;
  readonly number: Scalars['Int']['output'];
  readonly page: Page;
  readonly parents: ReadonlyArray<Revision>;
  readonly path: Scalars['String']['output'];
  readonly previous?: Maybe<Revision>;
  readonly size: Scalars['Int']['output'];
  /** Bytes gained or lost against the first parent. */
  readonly sizeChange: Scalars['Int']['output'];
  readonly title: Scalars['String']['output'];
  readonly toc: ReadonlyArray<TocEntry>;
  readonly url: Scalars['URL']['output'];
};

export type RevisionConnection = {
  readonly __typename?: 'RevisionConnection';
  readonly count: Count;
  readonly edges: ReadonlyArray<RevisionEdge>;
  readonly nodes: ReadonlyArray<Revision>;
  readonly pageInfo: PageInfo;
};

export type RevisionEdge = {
  readonly __typename?: 'RevisionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Revision;
};

export type RevisionKind =
  | 'CREATE'
  | 'EDIT'
  | 'MERGE'
  | 'MOVE'
  | 'RESTORE'
  | 'REVERT';

/** How a save ended: as written, unchanged (same text, no new revision), or merged with what others saved meanwhile. */
export type SaveOutcome =
  | 'MERGED'
  | 'SAVED'
  | 'UNCHANGED';

export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  readonly count: Count;
  readonly edges: ReadonlyArray<SearchEdge>;
  readonly nodes: ReadonlyArray<SearchHit>;
  readonly pageInfo: PageInfo;
};

export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SearchHit;
};

export type SearchHit = {
  readonly __typename?: 'SearchHit';
  readonly page: Page;
  readonly rank: Scalars['Float']['output'];
  readonly snippet: Scalars['String']['output'];
  readonly title: Scalars['String']['output'];
};

export type Site = {
  readonly __typename?: 'Site';
  readonly locales: ReadonlyArray<Scalars['Locale']['output']>;
  readonly name: Scalars['String']['output'];
  readonly signUpEnabled: Scalars['Boolean']['output'];
  readonly url: Scalars['URL']['output'];
  readonly version: Scalars['String']['output'];
};

export type SourceProblem = {
  readonly __typename?: 'SourceProblem';
  readonly code: Scalars['String']['output'];
  readonly column: Scalars['Int']['output'];
  readonly line: Scalars['Int']['output'];
  readonly message: Scalars['String']['output'];
  readonly severity: Scalars['String']['output'];
};

export type Space = Node & {
  readonly __typename?: 'Space';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly defaultLocale: Scalars['Locale']['output'];
  readonly description: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly key: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  /** The whole navigation of one locale, in reading order; bounded (5,000 entries). */
  readonly navigation: ReadonlyArray<NavigationEntry>;
  readonly pageCount: Scalars['Int']['output'];
  readonly recentChanges: RevisionConnection;
  readonly url: Scalars['URL']['output'];
  readonly viewerCanAdminister: Scalars['Boolean']['output'];
  readonly viewerCanWrite: Scalars['Boolean']['output'];
  readonly viewerRole?: Maybe<SpaceRole>;
  readonly visibility: Visibility;
};


export type SpaceNavigationArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


export type SpaceRecentChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type SpaceBy =
  { readonly id: Scalars['ID']['input']; readonly key?: never; }
  |  { readonly id?: never; readonly key: Scalars['String']['input']; };

export type SpaceConnection = {
  readonly __typename?: 'SpaceConnection';
  readonly edges: ReadonlyArray<SpaceEdge>;
  readonly nodes: ReadonlyArray<Space>;
  readonly pageInfo: PageInfo;
};

export type SpaceCreateInput = {
  readonly defaultLocale?: InputMaybe<Scalars['Locale']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly key: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly visibility?: InputMaybe<Visibility>;
};

export type SpaceCreatePayload = {
  readonly __typename?: 'SpaceCreatePayload';
  readonly errors: ReadonlyArray<UserError>;
  readonly space?: Maybe<Space>;
};

export type SpaceEdge = {
  readonly __typename?: 'SpaceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Space;
};

export type SpaceRole =
  | 'ADMIN'
  | 'READER'
  | 'REVIEWER'
  | 'WRITER';

export type TocEntry = {
  readonly __typename?: 'TocEntry';
  readonly id: Scalars['String']['output'];
  readonly level: Scalars['Int']['output'];
  readonly text: Scalars['String']['output'];
};

export type UserError = {
  readonly code: ErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type Viewer = {
  readonly __typename?: 'Viewer';
  readonly canCreateSpaces: Scalars['Boolean']['output'];
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly isAdmin: Scalars['Boolean']['output'];
  readonly isSignedIn: Scalars['Boolean']['output'];
  readonly person?: Maybe<Person>;
};

export type Visibility =
  | 'MEMBERS'
  | 'PUBLIC';
