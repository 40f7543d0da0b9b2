import { Field, Float, ObjectType } from "type-graphql";
import { connectionTypeOf } from "../contract/index.js";
import { PageType } from "../pages/index.js";

@ObjectType("SearchHit", { simpleResolvers: true, description: "A page that was found." })
export class SearchHitType {
  @Field(() => PageType, { description: "The page." })
  readonly page!: PageType;

  @Field(() => String, {
    description: "Its title as safe HTML: escaped, with `<mark>` around what was found.",
  })
  readonly title!: string;

  @Field(() => String, {
    description: "Where it was found, as safe HTML: escaped, with `<mark>` around the words.",
  })
  readonly snippet!: string;

  @Field(() => Float, { description: "How well it fits; comparable only within one answer." })
  readonly rank!: number;
}

export const SearchConnectionType = connectionTypeOf("Search", () => SearchHitType, {
  plural: "search hits",
});
