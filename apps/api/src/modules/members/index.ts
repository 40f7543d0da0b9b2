export { MembersResolver, ViewerSpacesResolver } from "./members.resolver.js";
