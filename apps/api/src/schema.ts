import "reflect-metadata";
import {
  GraphQLInputObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync, type BuildSchemaOptions } from "type-graphql";
import { PeopleResolver, personLoader } from "./modules/accounts/index.js";
import {
  DateTimeScalar,
  defineNode,
  InputErrorType,
  NodeResolver,
} from "./modules/contract/index.js";
import { MembersResolver, ViewerSpacesResolver } from "./modules/members/index.js";
import {
  PageContentResolver,
  PagesResolver,
  SpaceNavigationResolver,
} from "./modules/pages/index.js";
import {
  PageHistoryResolver,
  PersonRevisionsResolver,
  RevisionsResolver,
  SpaceRecentChangesResolver,
} from "./modules/revisions/index.js";
import { ArrangingResolver, EditConflictType, EditingResolver } from "./modules/editing/index.js";
import {
  BlameRunResolver,
  BlockResolver,
  PageBlameResolver,
  RevisionBlameResolver,
  WordRunResolver,
} from "./modules/blaming/index.js";
import { ComparingResolver, TextComparingResolver } from "./modules/comparing/index.js";
import { SearchResolver } from "./modules/search/index.js";
import { SiteResolver } from "./modules/site/index.js";
import { SpacesResolver } from "./modules/spaces/index.js";

export const resolvers = [
  NodeResolver,
  SiteResolver,
  PeopleResolver,
  SpacesResolver,
  MembersResolver,
  ViewerSpacesResolver,
  PagesResolver,
  PageContentResolver,
  SpaceNavigationResolver,
  RevisionsResolver,
  PageHistoryResolver,
  PersonRevisionsResolver,
  SpaceRecentChangesResolver,
  EditingResolver,
  ArrangingResolver,
  ComparingResolver,
  TextComparingResolver,
  RevisionBlameResolver,
  PageBlameResolver,
  BlameRunResolver,
  WordRunResolver,
  BlockResolver,
  SearchResolver,
] as const satisfies BuildSchemaOptions["resolvers"];

defineNode("Person", (ctx, id) => personLoader(ctx).load(id));

/** type-graphql cannot say it: exactly one field of these inputs must be given. */
const oneOfInputs = ["PageBy", "SpaceBy"];

let built: GraphQLSchema | undefined;

/** Stet's schema. Built once in a process: type-graphql builds from global state. */
export function buildStetSchema(): GraphQLSchema {
  if (built) return built;
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes: [InputErrorType, EditConflictType],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
  });
  for (const name of oneOfInputs) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLInputObjectType))
      throw new Error(`There is no input type ${name}.`);
    type.isOneOf = true;
  }
  built = schema;
  return schema;
}

/** The schema definition as it is checked in: sorted, so that a change shows as what it is. */
export function printSdl(): string {
  return `${printSchema(lexicographicSortSchema(buildStetSchema()))}\n`;
}
