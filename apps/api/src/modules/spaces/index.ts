export { type SpaceCreation } from "./space-creation.js";
export { checkSpaceKey, checkSpaceName, type Space } from "./space.js";
export { SpaceRoleEnum, SpaceType, toSpace } from "./space.type.js";
export { insertSpace, type SpaceRow } from "./spaces.repository.js";
export {
  canCreateSpaces,
  hasRole,
  requireRole,
  requireSignedIn,
  visibleSpace,
} from "./spaces.policy.js";
export { SpacesResolver } from "./spaces.resolver.js";
export { findSpace } from "./spaces.service.js";
