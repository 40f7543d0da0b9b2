import type { ManageErrorFragment } from "./managing.generated.js";

/** A form as it stands: what was typed, and what the API said about it. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  errors: readonly ManageErrorFragment[];
}

export const untouched: FormState = { values: {}, errors: [] };

export function formState(
  form: URLSearchParams,
  errors: readonly ManageErrorFragment[],
): FormState {
  return { values: Object.fromEntries(form), errors };
}

/** What the API said about one input; its path ends in the input's name. */
export function errorOf({ errors }: FormState, name: string): string | undefined {
  return errors.find((error) => error.path.at(-1) === name)?.message;
}

/** What the API said about no input in particular, or about one the form does not show. */
export function otherErrors({ errors }: FormState, names: readonly string[] = []): string[] {
  return errors
    .filter((error) => !names.includes(error.path.at(-1) ?? ""))
    .map((error) => error.message);
}
