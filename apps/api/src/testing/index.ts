export { createTestDatabase, withTestDatabase, type TestDatabase } from "./test-database.js";
export { createTestServer, type TestServer, type TestServerOptions } from "./test-server.js";
// For suites outside this package, which see the server as a whole.
export { createPerson, type TestPerson } from "#modules/accounts/testing.js";
export { storeMedia } from "#modules/media/index.js";
export { loadWebBuild } from "#platform/http/index.js";
export { encodeId } from "#platform/ids.js";
