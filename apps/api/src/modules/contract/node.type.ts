import { ID, InterfaceType, Field } from "type-graphql";
import { decodeAnyId } from "#platform/ids.js";

@InterfaceType("Node", {
  description: "Anything with an id that can be fetched again by `Query.node`.",
  resolveType: (value: { id: string }) => decodeAnyId(value.id)?.type,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: "Opaque and stable; never changes, also when the thing moves or is renamed.",
  })
  readonly id!: string;
}
