import type { Api } from "#api/index.js";
import { localAddress, Redirect, type Here, type NoPageHere, type Screen } from "#routing/index.js";
import { DeletedView, MissingView } from "./address-view.js";
import { AddressViewDocument } from "./address-view.generated.js";

/** What to answer where no page is: lead on, say it was deleted, or suggest. */
export async function addressScreen(
  { path, rest }: NoPageHere,
  here: Here,
  api: Api,
): Promise<Screen | Redirect> {
  const { address, space } = await api.query(AddressViewDocument, { path, space: path.space });
  if (address.redirectTo) {
    const to = localAddress(address.redirectTo.url);
    if (to !== here.url.pathname) return new Redirect(to + rest, 301);
  }
  const mode = "document";
  if (address.deletedPage) {
    return {
      status: 410,
      head: { title: `${address.deletedPage.title} (deleted)`, isIndexed: false },
      body: <DeletedView page={address.deletedPage} path={path} space={space} />,
      mode,
    };
  }
  return {
    status: 404,
    head: { title: "Nothing here yet", isIndexed: false },
    body: <MissingView address={address} path={path} space={space} here={here} />,
    mode,
  };
}
