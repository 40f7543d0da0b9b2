export { BlobFolder, mediaFolder, type StoredBlob } from "./blob-folder.js";
export { type MediaVersion, type NewMediaVersion } from "./media.repository.js";
export { mediaRoutes } from "./media.routes.js";
export { storeMedia, type MediaFile } from "./store-media.js";
