/** GraphiQL takes the place of this text as soon as it is there. */
export function ExplorerView() {
  return (
    <main id="main" className="explorer">
      <h1 className="visually-hidden">GraphQL explorer</h1>
      <div id="explorer">
        <div className="sheet narrow">
          <p className="lede">
            This address answers GraphQL. The explorer needs JavaScript; the{" "}
            <a href="/graphql/schema.graphql">schema</a> can be read without.
          </p>
        </div>
      </div>
    </main>
  );
}
