import { CombinedError } from "urql";

/** The API refused or broke; `code` is its stable code, or NETWORK when it was not reached at all. */
export class RequestFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "RequestFailed";
  }

  static from(error: unknown): RequestFailed {
    if (!(error instanceof CombinedError)) {
      return new RequestFailed("INTERNAL", "Something went wrong.", { cause: error });
    }
    if (error.networkError) {
      return new RequestFailed("NETWORK", error.networkError.message, {
        cause: error.networkError,
      });
    }
    const first = error.graphQLErrors[0];
    const code = first?.extensions["code"];
    return new RequestFailed(
      typeof code === "string" ? code : "INTERNAL",
      first?.message ?? error.message,
      { cause: error },
    );
  }
}
