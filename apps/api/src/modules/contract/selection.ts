import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

const cache = new WeakMap<FieldNode, ReadonlySet<string>>();

/**
 * Names of the fields selected below this one, fragments included and `edges.node` and `nodes` looked through, so that
 * a query fetches large columns only when somebody reads them. Ignores `@skip` and `@include`: may name too many.
 */
export function selectedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const [node] = info.fieldNodes;
  if (node && info.fieldNodes.length === 1) {
    const known = cache.get(node);
    if (known) return known;
  }
  const names = new Set<string>();
  for (const each of info.fieldNodes) collect(each.selectionSet, info, names, "");
  if (node && info.fieldNodes.length === 1) cache.set(node, names);
  return names;
}

const transparent = new Set(["edges", "node", "nodes"]);

function collect(
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
  names: Set<string>,
  prefix: string,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const isTransparent = prefix === "" && transparent.has(name);
      if (!isTransparent) names.add(prefix + name);
      if (selection.selectionSet && prefix.split(".").length <= 3) {
        collect(selection.selectionSet, info, names, isTransparent ? prefix : `${prefix}${name}.`);
      }
    } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
      collect(info.fragments[selection.name.value]?.selectionSet, info, names, prefix);
    } else {
      collect(selection.selectionSet, info, names, prefix);
    }
  }
}
