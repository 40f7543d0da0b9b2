export { createTestDatabase, withTestDatabase, type TestDatabase } from "./test-database.js";
export { createTestServer, type TestServer, type TestServerOptions } from "./test-server.js";
