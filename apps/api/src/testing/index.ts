export { createTestDatabase, withTestDatabase, type TestDatabase } from "./test-database.js";
