import { defineRoute, NotFound, spaceAddress } from "#routing/index.js";
import { HomeView } from "./home-view.js";
import { HomeViewDocument } from "./home-view.generated.js";
import { PersonView } from "./person-view.js";
import { PersonViewDocument } from "./person-view.generated.js";
import { RecentView } from "./recent-view.js";
import { RecentViewDocument } from "./recent-view.generated.js";
import { SpaceView, type FoundSpaceIn } from "./space-view.js";
import { SpaceViewDocument } from "./space-view.generated.js";

export const homeRoute = defineRoute({
  path: "/",
  mode: "document",
  load: ({ api }) => api.query(HomeViewDocument, {}),
  head: () => ({ title: "", canonical: "/", kind: "website" }),
  View: HomeView,
});

export const spaceRoute = defineRoute<FoundSpaceIn>({
  path: "/:space",
  mode: "document",
  async load({ params, api }) {
    const locale = params["locale"];
    const { space } = await api.query(SpaceViewDocument, { key: params["space"] ?? "", locale });
    if (!space) throw new NotFound("space");
    return { space, locale: locale ?? space.defaultLocale };
  },
  head: ({ space, locale }) => ({
    title: space.name,
    canonical: spaceAddress(space, locale),
    ...(space.description === "" ? {} : { description: space.description }),
  }),
  View: SpaceView,
});

export const recentRoute = defineRoute({
  path: "/-/recent",
  mode: "document",
  async load({ here, api }) {
    const space = here.url.searchParams.get("space") || null;
    const after = here.url.searchParams.get("after");
    return { space, result: await api.query(RecentViewDocument, { space, after }) };
  },
  head: () => ({ title: "Recent changes", isIndexed: false }),
  View: RecentView,
});

export const personRoute = defineRoute({
  path: "/-/people/:id",
  mode: "document",
  async load({ here, params, api }) {
    const { person } = await api.query(PersonViewDocument, {
      id: params["id"] ?? "",
      after: here.url.searchParams.get("after"),
    });
    if (!person) throw new NotFound("person");
    return person;
  },
  head: (person) => ({ title: person.name, isIndexed: false }),
  View: PersonView,
});
