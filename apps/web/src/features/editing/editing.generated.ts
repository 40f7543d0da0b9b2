/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '#api/schema.generated.js';

import type { TypedDocumentNode as DocumentNode } from 'urql';
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

/** What to do when somebody saved since the base. */
export type OnConflict =
  /** Merge where that is safe, else answer with an EditConflict. */
  | 'MERGE'
  /** Always answer with an EditConflict. */
  | 'REJECT';

/** A new page. */
export type PageCreateInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether it is a small change. */
  readonly isMinor?: boolean | null | undefined;
  /** The space's default locale when absent. */
  readonly locale?: string | null | undefined;
  /** The whole text, front matter included; stored byte for byte. */
  readonly markdown: string;
  /** What it is for, in a sentence. */
  readonly message?: string | null | undefined;
  /** Lower-case slugs joined by `/`. */
  readonly path: string;
  /** The space's key. */
  readonly space: string;
  /** The page it translates. */
  readonly translationOf?: string | null | undefined;
};

/** The address of a page. */
export type PagePath = {
  /** The space's default locale when absent. */
  readonly locale?: string | null | undefined;
  /** The path in the space; `index` or empty for its start page. */
  readonly path: string;
  /** The space's key. */
  readonly space: string;
};

/** A new text for a page. */
export type PageSaveInput = {
  /** The revision the text was written on. Nobody's later work is ever overwritten. */
  readonly baseRevisionId: string;
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether it is a small change. */
  readonly isMinor?: boolean | null | undefined;
  /** The whole text, front matter included; stored byte for byte. */
  readonly markdown: string;
  /** What changed and why, in a sentence. */
  readonly message?: string | null | undefined;
  /** What to do when somebody saved since the base. */
  readonly onConflict?: OnConflict;
  /** Which page. */
  readonly pageId: string;
};

/** How a save ended. */
export type SaveOutcome =
  /** Stored together with what others saved since the base. */
  | 'MERGED'
  /** Stored as written. */
  | 'SAVED'
  /** The page had this text already; there is no new revision. */
  | 'UNCHANGED';

export type EditorViewQueryVariables = Exact<{
  path: Types.PagePath;
}>;


export type EditorViewQuery = { readonly page: { readonly markdown: string, readonly filePath: string, readonly id: string, readonly path: string, readonly url: string, readonly title: string, readonly locale: string, readonly viewerCanEdit: boolean, readonly viewerCanMove: boolean, readonly viewerCanDelete: boolean, readonly head: { readonly id: string, readonly number: number }, readonly space: { readonly key: string, readonly name: string, readonly url: string, readonly defaultLocale: string }, readonly translations: ReadonlyArray<{ readonly id: string, readonly locale: string, readonly title: string, readonly url: string }>, readonly breadcrumbs: ReadonlyArray<{ readonly path: string, readonly title: string, readonly url: string | null }> } | null, readonly site: { readonly locales: ReadonlyArray<string> }, readonly spaces: { readonly nodes: ReadonlyArray<{ readonly key: string }> } };

export type NewPageViewQueryVariables = Exact<{
  key: string;
  path: Types.PagePath;
}>;


export type NewPageViewQuery = { readonly space: { readonly key: string, readonly name: string, readonly url: string, readonly defaultLocale: string, readonly viewerCanWrite: boolean } | null, readonly page: { readonly id: string, readonly url: string } | null, readonly site: { readonly locales: ReadonlyArray<string> }, readonly spaces: { readonly nodes: ReadonlyArray<{ readonly key: string }> } };

export type EditorSurroundingsFragment = { readonly site: { readonly locales: ReadonlyArray<string> }, readonly spaces: { readonly nodes: ReadonlyArray<{ readonly key: string }> } };

export type Editor_SaveMutationVariables = Exact<{
  input: Types.PageSaveInput;
}>;


export type Editor_SaveMutation = { readonly pageSave: { readonly outcome: Types.SaveOutcome | null, readonly page: { readonly id: string, readonly url: string } | null, readonly revision: { readonly id: string, readonly number: number, readonly parents: ReadonlyArray<{ readonly number: number }> } | null, readonly errors: ReadonlyArray<
      | { readonly mine: string, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly base: { readonly id: string, readonly number: number, readonly markdown: string }, readonly theirs: { readonly id: string, readonly number: number, readonly markdown: string, readonly message: string, readonly author: { readonly name: string } } }
      | { readonly line: number | null, readonly column: number | null, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type Editor_CreateMutationVariables = Exact<{
  input: Types.PageCreateInput;
}>;


export type Editor_CreateMutation = { readonly pageCreate: { readonly page: { readonly id: string, readonly url: string } | null, readonly revision: { readonly id: string, readonly number: number } | null, readonly errors: ReadonlyArray<
      | { readonly mine: string, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly base: { readonly id: string, readonly number: number, readonly markdown: string }, readonly theirs: { readonly id: string, readonly number: number, readonly markdown: string, readonly message: string, readonly author: { readonly name: string } } }
      | { readonly line: number | null, readonly column: number | null, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type EditorError_EditConflict_Fragment = { readonly mine: string, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly base: { readonly id: string, readonly number: number, readonly markdown: string }, readonly theirs: { readonly id: string, readonly number: number, readonly markdown: string, readonly message: string, readonly author: { readonly name: string } } };

export type EditorError_InputError_Fragment = { readonly line: number | null, readonly column: number | null, readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

export type EditorErrorFragment =
  | EditorError_EditConflict_Fragment
  | EditorError_InputError_Fragment
;

export const EditorSurroundingsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorSurroundings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Query"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locales"}}]}},{"kind":"Field","name":{"kind":"Name","value":"spaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<EditorSurroundingsFragment, unknown>;
export const EditorErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"base"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mine"}}]}}]}}]} as unknown as DocumentNode<EditorErrorFragment, unknown>;
export const EditorViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditorView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PagePath"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFrame_Page"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}},{"kind":"Field","name":{"kind":"Name","value":"filePath"}},{"kind":"Field","name":{"kind":"Name","value":"head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EditorSurroundings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFrame_Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Page"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLocale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"translations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breadcrumbs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanEdit"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanMove"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanDelete"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorSurroundings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Query"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locales"}}]}},{"kind":"Field","name":{"kind":"Name","value":"spaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<EditorViewQuery, EditorViewQueryVariables>;
export const NewPageViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewPageView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PagePath"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"space"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLocale"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanWrite"}}]}},{"kind":"Field","name":{"kind":"Name","value":"page"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EditorSurroundings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorSurroundings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Query"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locales"}}]}},{"kind":"Field","name":{"kind":"Name","value":"spaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<NewPageViewQuery, NewPageViewQueryVariables>;
export const Editor_SaveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Editor_Save"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageSaveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageSave"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"parents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EditorError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"base"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mine"}}]}}]}}]} as unknown as DocumentNode<Editor_SaveMutation, Editor_SaveMutationVariables>;
export const Editor_CreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Editor_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EditorError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EditorError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"base"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"markdown"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mine"}}]}}]}}]} as unknown as DocumentNode<Editor_CreateMutation, Editor_CreateMutationVariables>;