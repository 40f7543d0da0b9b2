import { Field, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import type { UserErrorCode } from "#platform/errors.js";

export const ErrorCode: { readonly [code in UserErrorCode]: code } = {
  INVALID_INPUT: "INVALID_INPUT",
  NOT_FOUND: "NOT_FOUND",
  ALREADY_EXISTS: "ALREADY_EXISTS",
  EDIT_CONFLICT: "EDIT_CONFLICT",
  PATH_TAKEN: "PATH_TAKEN",
  RESERVED_NAME: "RESERVED_NAME",
  INVALID_MARKDOWN: "INVALID_MARKDOWN",
  IDEMPOTENCY_KEY_REUSED: "IDEMPOTENCY_KEY_REUSED",
  DELETED: "DELETED",
  NOT_DELETED: "NOT_DELETED",
  TOO_LARGE: "TOO_LARGE",
};

registerEnumType(ErrorCode, {
  name: "ErrorCode",
  description:
    "Why a write had no effect. New codes may join; treat unknown ones like INVALID_INPUT.",
  valuesConfig: {
    INVALID_INPUT: { description: "A value is missing, malformed or too long; `path` names it." },
    NOT_FOUND: { description: "What the input names does not exist or may not be seen." },
    ALREADY_EXISTS: { description: "The name is in use." },
    EDIT_CONFLICT: {
      description: "Somebody saved since the base, and the texts cannot be merged safely.",
    },
    PATH_TAKEN: { description: "Another page, or a redirect to one, has this address." },
    RESERVED_NAME: { description: "The name has a meaning of its own in addresses." },
    INVALID_MARKDOWN: {
      description: "The text cannot be stored, or its front matter cannot be read.",
    },
    IDEMPOTENCY_KEY_REUSED: { description: "The idempotency key was used with another input." },
    DELETED: { description: "The page is deleted; restore it first." },
    NOT_DELETED: { description: "The page is not deleted." },
    TOO_LARGE: { description: "A limit of size or number; the message says which." },
  },
});

@InterfaceType("UserError", {
  description: "An expected outcome of a write that the person has to deal with.",
  autoRegisterImplementations: true,
  resolveType: (value: { typename: string }) => value.typename,
})
export abstract class UserErrorType {
  readonly typename!: string;

  @Field(() => ErrorCode, { description: "For machines." })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: "For people, in English." })
  readonly message!: string;

  @Field(() => [String], {
    description: 'The input field it is about, e.g. `["input", "path"]`; may be empty.',
  })
  readonly path!: readonly string[];
}

@ObjectType("InputError", {
  description: "Something about the input; every error that carries nothing special.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class InputErrorType extends UserErrorType {
  @Field(() => Int, { nullable: true, description: "The line of the text it is about, from 1." })
  readonly line?: number | undefined;

  @Field(() => Int, { nullable: true, description: "The column in UTF-16 units, from 1." })
  readonly column?: number | undefined;

  @Field(() => String, { nullable: true, description: "A value that would do, e.g. a free path." })
  readonly suggestion?: string | undefined;
}
