import { Field, Int, ObjectType } from "type-graphql";
import { PersonType } from "../accounts/index.js";
import { DateTimeScalar } from "../contract/index.js";

@ObjectType("Contributor", { simpleResolvers: true, description: "Somebody who wrote a page." })
export class ContributorType {
  @Field(() => PersonType, { description: "Who." })
  readonly person!: PersonType;

  @Field(() => Int, { description: "How many of the page's revisions are theirs." })
  readonly revisionCount!: number;

  @Field(() => DateTimeScalar, { description: "When they wrote last." })
  readonly lastAt!: Date;
}
