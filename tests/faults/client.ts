import { ADMIN } from "./running-stet.js";

export interface Revision {
  id: string;
  number: number;
  markdown: string;
  parents: { id: string }[];
}

export interface SaveError {
  __typename: string;
  code: string;
  message: string;
  theirs?: { id: string };
}

export interface SaveResult {
  outcome: "SAVED" | "UNCHANGED" | "MERGED" | null;
  revision: { id: string; number: number } | null;
  errors: SaveError[];
}

/** A program that writes by GraphQL, signed in as the administrator. */
export class Client {
  private constructor(
    readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string): Promise<Client> {
    const response = await fetch(`${url}/-/sign-in`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(ADMIN),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    if (!cookie)
      throw new Error(
        `Signing in ended with ${response.status} ${response.headers.get("location")}`,
      );
    return new Client(url, cookie);
  }

  /** The same person at another server of the instance. */
  at(url: string): Client {
    return new Client(url, this.cookie);
  }

  async query<T>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async createSpace(key: string): Promise<void> {
    const { spaceCreate } = await this.query<{ spaceCreate: { errors: SaveError[] } }>(
      "mutation ($input: SpaceCreateInput!) { spaceCreate(input: $input) { errors { __typename code message } } }",
      { input: { key, name: key, visibility: "PUBLIC" } },
    );
    if (spaceCreate.errors[0]) throw new Error(spaceCreate.errors[0].message);
  }

  async createPage(
    space: string,
    path: string,
    markdown: string,
  ): Promise<{ pageId: string; revision: { id: string; number: number } }> {
    const { pageCreate } = await this.query<{
      pageCreate: {
        page: { id: string } | null;
        revision: { id: string; number: number } | null;
        errors: SaveError[];
      };
    }>(
      "mutation ($input: PageCreateInput!) { pageCreate(input: $input) { page { id } revision { id number } errors { __typename code message } } }",
      { input: { space, path, markdown } },
    );
    if (!pageCreate.page || !pageCreate.revision)
      throw new Error(JSON.stringify(pageCreate.errors));
    return { pageId: pageCreate.page.id, revision: pageCreate.revision };
  }

  async save(input: {
    pageId: string;
    baseRevisionId: string;
    markdown: string;
    onConflict?: "MERGE" | "REJECT";
  }): Promise<SaveResult> {
    const { pageSave } = await this.query<{ pageSave: SaveResult }>(
      `mutation ($input: PageSaveInput!) { pageSave(input: $input) { outcome revision { id number }
        errors { __typename code message ... on EditConflict { theirs { id } } } } }`,
      { input },
    );
    return pageSave;
  }

  async head(pageId: string): Promise<{ id: string; number: number; markdown: string }> {
    const { page } = await this.query<{
      page: { head: { id: string; number: number; markdown: string } };
    }>("query ($id: ID!) { page(by: { id: $id }) { head { id number markdown } } }", {
      id: pageId,
    });
    return page.head;
  }

  /** Every revision of a page, oldest first. */
  async history(pageId: string): Promise<Revision[]> {
    const revisions: Revision[] = [];
    for (let after: string | null = null; ;) {
      const { page }: HistoryPage = await this.query<HistoryPage>(
        `query ($id: ID!, $after: String) { page(by: { id: $id }) { revisions(first: 100, after: $after) {
          nodes { id number markdown parents { id } } pageInfo { hasNextPage endCursor } } } }`,
        { id: pageId, after },
      );
      revisions.push(...page.revisions.nodes);
      if (!page.revisions.pageInfo.hasNextPage) return revisions.toReversed();
      after = page.revisions.pageInfo.endCursor;
    }
  }
}

interface HistoryPage {
  page: {
    revisions: { nodes: Revision[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  };
}
