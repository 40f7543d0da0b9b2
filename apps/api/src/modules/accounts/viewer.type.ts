import { Field, ObjectType } from "type-graphql";
import type { Viewer } from "../../context.js";
import { PersonType, toPerson } from "./person.type.js";

@ObjectType("Viewer", {
  simpleResolvers: true,
  description: "Whoever asks: a signed-in person, or nobody.",
})
export class ViewerType {
  @Field(() => PersonType, {
    nullable: true,
    description: "The signed-in person; null for anonymous readers.",
  })
  readonly person!: PersonType | null;

  @Field(() => Boolean, { description: "Whether somebody is signed in." })
  readonly isSignedIn!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer administers the whole site." })
  readonly isAdmin!: boolean;

  @Field(() => String, { nullable: true, description: "The viewer's own e-mail address." })
  readonly email!: string | null;
}

export function toViewer({ person }: Viewer): ViewerType {
  return {
    person: person ? toPerson(person) : null,
    isSignedIn: person !== undefined,
    isAdmin: person?.role === "ADMIN",
    email: person?.email ?? null,
  };
}
