import { decodeAnyId, type NodeType as NodeTypeName } from "#platform/ids.js";
import type { Context } from "../../context.js";
import type { NodeType } from "./node.type.js";

/** Finds a thing by its UUID, batched, if the viewer may see it. */
export type NodeFinder = (ctx: Context, uuid: string) => Promise<NodeType | undefined>;

const finders = new Map<NodeTypeName, NodeFinder>();

/** Makes a type reachable by `Query.node`. */
export function defineNode(type: NodeTypeName, find: NodeFinder): void {
  finders.set(type, find);
}

/** `undefined` for ids of nothing, of another instance, and of what the viewer may not see. */
export async function findNode(ctx: Context, id: string): Promise<NodeType | undefined> {
  const decoded = decodeAnyId(id);
  return decoded && finders.get(decoded.type)?.(ctx, decoded.uuid);
}
