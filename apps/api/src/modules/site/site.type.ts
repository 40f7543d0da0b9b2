import { Field, ObjectType } from "type-graphql";
import { LocaleScalar, UrlScalar } from "../contract/index.js";

@ObjectType("Site", { simpleResolvers: true, description: "This instance of Stet." })
export class SiteType {
  @Field(() => String, { description: "As in the header of every screen." })
  readonly name!: string;

  @Field(() => UrlScalar, { description: "Its address, without a slash at the end." })
  readonly url!: string;

  @Field(() => [LocaleScalar], { description: "Languages pages may be written in." })
  readonly locales!: readonly string[];

  @Field(() => Boolean, { description: "Whether anybody may open an account." })
  readonly signUpEnabled!: boolean;

  @Field(() => String, { description: "The version of Stet." })
  readonly version!: string;
}
