export { createSpace, type SpaceCreation } from "./space-creation.js";
export { checkSpaceKey, checkSpaceName, type Space } from "./space.js";
export { SpaceBy, SpaceCreateInput, SpaceRoleEnum, SpaceType, toSpace } from "./space.type.js";
export { insertSpace, listSpaceKeys, toSpaceRecord, type SpaceRow } from "./spaces.repository.js";
export {
  canCreateSpaces,
  canRead,
  hasRole,
  requireRole,
  requireSignedIn,
  requireSpaceCreation,
  roleIn,
  visibleSpace,
} from "./spaces.policy.js";
export { SpacesResolver } from "./spaces.resolver.js";
export { findSpace, spaceById, spaceByKey } from "./spaces.service.js";
