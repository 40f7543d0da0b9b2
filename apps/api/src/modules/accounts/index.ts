export { recordAccountChange } from "./account-changes.js";
export { AccountError, type AccountErrorCode } from "./account.js";
export { createAccount, type CreatedAccount, type NewAccount } from "./account-creation.js";
export { Accounts, ANONYMOUS, type AccountsOptions, type Sender } from "./accounts.service.js";
export { deleteExpiredSessions } from "./accounts.repository.js";
export { accountsRoutes } from "./accounts.routes.js";
export { PASSWORD_LENGTH, type AuthSettings } from "./auth.js";
export { requireInstanceAdmin } from "./people.policy.js";
export { personLoader } from "./people.service.js";
export { PeopleResolver } from "./people.resolver.js";
export { PersonType, toPerson } from "./person.type.js";
export { sessionCookieName } from "./session-cookie.js";
export { loadSecret } from "./secret.js";
export {
  isSetupPending,
  prepareFirstAdministrator,
  type FirstAdministrator,
} from "./setup.service.js";
export { recentViewers, ViewerCache } from "./viewer-cache.js";
export { ViewerType } from "./viewer.type.js";
