/** Types of the schema, and beside every `.graphql` file the types and document of its operations. */
/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: "../../packages/schema/schema.graphql",
  documents: "src/**/*.graphql",
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    enumType: "string-literal",
    skipTypename: false,
    scalars: { DateTime: "string", URL: "string", Locale: "string", JSON: "unknown", ID: "string" },
    defaultScalarType: "unknown",
    immutableTypes: true,
    importExtension: ".js",
    documentNodeImport: "urql#TypedDocumentNode",
  },
  generates: {
    "src/api/schema.generated.ts": { plugins: ["typescript"] },
    "src/": {
      preset: "near-operation-file",
      presetConfig: { extension: ".generated.ts", baseTypesPath: "~#api/schema.generated.js" },
      plugins: ["typescript-operations", "typed-document-node"],
    },
  },
};
