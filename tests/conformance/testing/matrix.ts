import type { State, Target } from "./matrix-world.js";

/**
 * What each persona gets, in the order of `personas`: anonymous, disabled, administrator of another space, then reader,
 * writer, reviewer and administrator of the space, and an administrator of the instance.
 *
 * yes: it is seen, or done. none: as if it did not exist. sign-in, no: refused. gone, there, taken: done to a page that
 * is deleted, that is not, or at an address that is not free.
 */
type Row = Partial<Record<State, string>>;

const everybody = "yes yes yes yes yes yes yes yes";
const nobody = "none none none none none none none none";
const members = "none none none yes yes yes yes yes";
const restorers = "none none none none none yes yes yes";
const readers: Row = { public: everybody, members, deleted: restorers };
const listed: Row = { public: everybody, members, deleted: nobody };

const writers: Row = {
  public: "sign-in sign-in no no yes yes yes yes",
  members: "sign-in sign-in none no yes yes yes yes",
  deleted: "sign-in sign-in no no gone gone gone gone",
};

export const table: Record<string, Row> = {
  "Query.address": { ...readers, deleted: everybody },
  "Query.compare": readers,
  "Query.compareText": readers,
  "Query.node": readers,
  "Query.nodes": readers,
  "Query.page": readers,
  "Query.pages": listed,
  "Query.person": { public: everybody },
  "Query.recentChanges": listed,
  "Query.revision": readers,
  "Query.search": listed,
  "Query.site": { public: everybody },
  "Query.space": { public: everybody, members },
  "Query.spaces": { public: everybody, members },
  "Query.viewer": { public: everybody },
  "Mutation.pageCreate": {
    ...writers,
    deleted: "sign-in sign-in no no taken taken taken taken",
  },
  "Mutation.pageSave": writers,
  "Mutation.pageMove": writers,
  "Mutation.pageRevert": writers,
  "Mutation.pageDelete": {
    public: "sign-in sign-in no no no yes yes yes",
    members: "sign-in sign-in none no no yes yes yes",
    deleted: "sign-in sign-in no no no gone gone gone",
  },
  "Mutation.pageRestore": {
    public: "sign-in sign-in no no no there there there",
    members: "sign-in sign-in none no no there there there",
    deleted: "sign-in sign-in no no no yes yes yes",
  },
  "Mutation.spaceCreate": { public: "sign-in sign-in no no no no no yes" },
  "Mutation.spaceRoleSet": {
    public: "sign-in sign-in no no no no yes yes",
    members: "none none none no no no yes yes",
  },
  "Mutation.spaceRoleRemove": {
    public: "sign-in sign-in no no no no yes yes",
    members: "none none none no no no yes yes",
  },
  "Mutation.personRoleSet": { public: "sign-in sign-in no no no no no yes" },
  "Mutation.personDisable": { public: "sign-in sign-in no no no no no yes" },
};

export interface Reading {
  query: string;
  variables(target: Target): Record<string, unknown>;
  /** Whether the answer shows the target. */
  shows(data: Record<string, never>, target: Target): boolean;
}

const byValue = (query: string, variables: Reading["variables"]): Reading => ({
  query,
  variables,
  shows: (data) => Object.values(data).some((value) => value !== null),
});

const inList = (query: string, variables: Reading["variables"], of: keyof Target): Reading => ({
  query,
  variables,
  shows: (data, target) => JSON.stringify(data).includes(target[of]),
});

const address = ({ space, path }: Target) => ({ path: { space, path } });

export const readings: Record<string, Reading> = {
  address: {
    query: `query ($path: PagePath!) { address(path: $path) { page { id } redirectTo { id } deletedPage { id } suggestions { id } } }`,
    variables: address,
    shows: (data, { pageId }) => JSON.stringify(data).includes(pageId),
  },
  compare: byValue(
    `query ($id: ID!) { compare(base: $id, head: $id) { unified base { markdown } } }`,
    ({ revisionId: id }) => ({ id }),
  ),
  compareText: byValue(
    `query ($id: ID!) { compareText(base: $id, markdown: "") { unified base { markdown } } }`,
    ({ revisionId: id }) => ({ id }),
  ),
  node: byValue(`query ($id: ID!) { node(id: $id) { id } }`, ({ pageId: id }) => ({ id })),
  nodes: {
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
    variables: ({ pageId, revisionId }) => ({ ids: [revisionId, pageId] }),
    shows: (data, { pageId }) => JSON.stringify(data).includes(pageId),
  },
  page: byValue(`query ($by: PageBy!) { page(by: $by) { id markdown } }`, ({ pageId: id }) => ({
    by: { id },
  })),
  pages: inList(
    `{ pages(first: 100, orderBy: CREATED_AT) { nodes { id } } }`,
    () => ({}),
    "pageId",
  ),
  person: byValue(`query ($id: ID!) { person(id: $id) { name } }`, ({ personId: id }) => ({ id })),
  recentChanges: inList(`{ recentChanges(first: 100) { nodes { id } } }`, () => ({}), "revisionId"),
  revision: byValue(
    `query ($id: ID!) { revision(id: $id) { markdown } }`,
    ({ revisionId: id }) => ({ id }),
  ),
  search: inList(
    `query ($query: String!) { search(query: $query, first: 100) { nodes { page { id } snippet } count { value } } }`,
    ({ path }) => ({ query: `number${path.split("-")[1]}` }),
    "pageId",
  ),
  site: byValue(`{ site { name } }`, () => ({})),
  space: byValue(`query ($by: SpaceBy!) { space(by: $by) { name } }`, ({ spaceId: id }) => ({
    by: { id },
  })),
  spaces: inList(`{ spaces(first: 100) { nodes { id } } }`, () => ({}), "spaceId"),
  viewer: byValue(`{ viewer { isSignedIn } }`, () => ({})),
};

let made = 0;

export const inputs: Record<string, (target: Target) => Record<string, unknown>> = {
  pageCreate: ({ space, path }) => ({
    space,
    // In the place of a deleted page, or a new one beside it.
    path,
    markdown: "x",
  }),
  pageSave: ({ pageId, revisionId }) => ({
    pageId,
    baseRevisionId: revisionId,
    markdown: "Saved.\n",
  }),
  pageMove: ({ pageId, path }) => ({ pageId, path: `${path}-moved` }),
  pageRevert: ({ pageId, revisionId }) => ({
    pageId,
    toRevisionId: revisionId,
    baseRevisionId: revisionId,
  }),
  pageDelete: ({ pageId }) => ({ pageId }),
  pageRestore: ({ pageId }) => ({ pageId }),
  spaceCreate: () => ({ key: `made-${(made += 1)}`, name: "Made" }),
  spaceRoleSet: ({ spaceId, personId }) => ({ spaceId, personId, role: "READER" }),
  spaceRoleRemove: ({ spaceId, personId }) => ({ spaceId, personId }),
  personRoleSet: ({ personId }) => ({ personId, role: "MEMBER" }),
  personDisable: ({ personId }) => ({ personId, isDisabled: false }),
};
