/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '#api/schema.generated.js';

import type { TypedDocumentNode as DocumentNode } from 'urql';
/** How much a count can be trusted. */
export type CountPrecision =
  /** Counting stopped at 10,000. */
  | 'AT_LEAST'
  /** Counted to the end. */
  | 'EXACT';

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

/** A page to take away. */
export type PageDeleteInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, in a sentence. */
  readonly message?: string | null | undefined;
  /** Which page. What is below it stays. */
  readonly pageId: string;
};

/** Another address for a page. */
export type PageMoveInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether the pages below it come along. */
  readonly includeDescendants?: boolean;
  /** Why, in a sentence. */
  readonly message?: string | null | undefined;
  /** Which page. */
  readonly pageId: string;
  /** Its new path: lower-case slugs joined by `/`. */
  readonly path: string;
  /** The key of another space to move it to. From a members' space to a public one it takes a REVIEWER: everybody can read the whole history then. */
  readonly space?: string | null | undefined;
  /** Whether links are rewritten: those in the moved pages, and those to them in pages the viewer may edit. */
  readonly updateLinks?: boolean;
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

/** A deleted page to bring back. */
export type PageRestoreInput = {
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Which page. */
  readonly pageId: string;
  /** Another path, when its own is taken by now. */
  readonly path?: string | null | undefined;
};

/** An older text to make the newest again. */
export type PageRevertInput = {
  /** The newest revision as the viewer saw it; when another is newer, nothing is done. */
  readonly baseRevisionId: string;
  /** Makes a repeated request have one effect, for 24 hours. Make a new one for each intention. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, in a sentence. */
  readonly message?: string | null | undefined;
  /** Which page. */
  readonly pageId: string;
  /** The revision whose text is wanted. */
  readonly toRevisionId: string;
};

/** A new space. */
export type SpaceCreateInput = {
  /** The language of its pages; the site's own by default. */
  readonly defaultLocale?: string | null | undefined;
  /** What it is about, in a sentence. */
  readonly description?: string | null | undefined;
  /** Makes a repeated request have one effect, for 24 hours. */
  readonly idempotencyKey?: string | null | undefined;
  /** The first segment of its addresses: a to z, digits, hyphens; 63 characters at most. */
  readonly key: string;
  /** As people call it. */
  readonly name: string;
  /** Who may read it; PUBLIC by default. */
  readonly visibility?: Visibility | null | undefined;
};

/** Who may read a space. */
export type Visibility =
  /** Only those who have a role in it. */
  | 'MEMBERS'
  /** Everybody, signed in or not. */
  | 'PUBLIC';

export type ManagePageQueryVariables = Exact<{
  path: Types.PagePath;
}>;


export type ManagePageQuery = { readonly page: { readonly id: string, readonly path: string, readonly url: string, readonly title: string, readonly locale: string, readonly viewerCanEdit: boolean, readonly viewerCanMove: boolean, readonly viewerCanDelete: boolean, readonly head: { readonly id: string, readonly number: number }, readonly backlinks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly url: string }>, readonly count: { readonly value: number, readonly precision: Types.CountPrecision } }, readonly space: { readonly key: string, readonly name: string, readonly url: string, readonly defaultLocale: string }, readonly translations: ReadonlyArray<{ readonly id: string, readonly locale: string, readonly title: string, readonly url: string }>, readonly breadcrumbs: ReadonlyArray<{ readonly path: string, readonly title: string, readonly url: string | null }> } | null };

export type RevertViewQueryVariables = Exact<{
  path: Types.PagePath;
  number: number;
}>;


export type RevertViewQuery = { readonly page: { readonly id: string, readonly path: string, readonly url: string, readonly title: string, readonly locale: string, readonly viewerCanEdit: boolean, readonly viewerCanMove: boolean, readonly viewerCanDelete: boolean, readonly head: { readonly id: string, readonly number: number, readonly title: string }, readonly revisionByNumber: { readonly id: string, readonly number: number, readonly title: string, readonly message: string, readonly createdAt: string, readonly author: { readonly id: string, readonly name: string } } | null, readonly space: { readonly key: string, readonly name: string, readonly url: string, readonly defaultLocale: string }, readonly translations: ReadonlyArray<{ readonly id: string, readonly locale: string, readonly title: string, readonly url: string }>, readonly breadcrumbs: ReadonlyArray<{ readonly path: string, readonly title: string, readonly url: string | null }> } | null };

export type DeleteView_DeleteMutationVariables = Exact<{
  input: Types.PageDeleteInput;
}>;


export type DeleteView_DeleteMutation = { readonly pageDelete: { readonly deletedPage: { readonly id: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type MoveView_MoveMutationVariables = Exact<{
  input: Types.PageMoveInput;
}>;


export type MoveView_MoveMutation = { readonly pageMove: { readonly movedCount: number | null, readonly page: { readonly id: string, readonly url: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RestoreForm_RestoreMutationVariables = Exact<{
  input: Types.PageRestoreInput;
}>;


export type RestoreForm_RestoreMutation = { readonly pageRestore: { readonly page: { readonly id: string, readonly url: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type RevertView_RevertMutationVariables = Exact<{
  input: Types.PageRevertInput;
}>;


export type RevertView_RevertMutation = { readonly pageRevert: { readonly page: { readonly id: string, readonly url: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type NewSpaceView_CreateMutationVariables = Exact<{
  input: Types.SpaceCreateInput;
}>;


export type NewSpaceView_CreateMutation = { readonly spaceCreate: { readonly space: { readonly id: string, readonly url: string } | null, readonly errors: ReadonlyArray<
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
      | { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }
    > } };

export type ManageError_EditConflict_Fragment = { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

export type ManageError_InputError_Fragment = { readonly code: Types.ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> };

export type ManageErrorFragment =
  | ManageError_EditConflict_Fragment
  | ManageError_InputError_Fragment
;

export const ManageErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ManageErrorFragment, unknown>;
export const ManagePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ManagePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PagePath"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFrame_Page"}},{"kind":"Field","name":{"kind":"Name","value":"head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlinks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFrame_Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Page"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLocale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"translations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breadcrumbs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanEdit"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanMove"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanDelete"}}]}}]} as unknown as DocumentNode<ManagePageQuery, ManagePageQueryVariables>;
export const RevertViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevertView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PagePath"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFrame_Page"}},{"kind":"Field","name":{"kind":"Name","value":"head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisionByNumber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFrame_Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Page"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLocale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"translations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breadcrumbs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanEdit"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanMove"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanDelete"}}]}}]} as unknown as DocumentNode<RevertViewQuery, RevertViewQueryVariables>;
export const DeleteView_DeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteView_Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageDeleteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageDelete"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ManageError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DeleteView_DeleteMutation, DeleteView_DeleteMutationVariables>;
export const MoveView_MoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveView_Move"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageMoveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageMove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movedCount"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ManageError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<MoveView_MoveMutation, MoveView_MoveMutationVariables>;
export const RestoreForm_RestoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreForm_Restore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageRestoreInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageRestore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ManageError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RestoreForm_RestoreMutation, RestoreForm_RestoreMutationVariables>;
export const RevertView_RevertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevertView_Revert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PageRevertInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageRevert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ManageError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevertView_RevertMutation, RevertView_RevertMutationVariables>;
export const NewSpaceView_CreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NewSpaceView_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SpaceCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"spaceCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ManageError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManageError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<NewSpaceView_CreateMutation, NewSpaceView_CreateMutationVariables>;