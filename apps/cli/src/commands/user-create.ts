import { AccountError, createAccount, OperatorError } from "@stet/api";
import { randomBytes } from "node:crypto";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { withStet } from "../with-stet.js";

export const userCreateCommand: Command = {
  name: "user create",
  summary: "Make an account with a password that is printed once.",
  args: ["E-MAIL"],
  options: {
    name: { type: "string", value: "NAME", help: "how the person is called", isRequired: true },
    admin: { type: "boolean", help: "an administrator of the instance" },
  },
  details: "The password is random; the person should change it after signing in.",
  async run({ given, output }) {
    const [email = ""] = given.args;
    const password = randomBytes(12).toString("base64url");
    await withStet({ output }, async (stet) => {
      const account = { name: given.text("name") ?? "", email, password };
      try {
        await createAccount(stet.database.db, stet.accounts.settings, account, {
          role: given.has("admin") ? "ADMIN" : "MEMBER",
        });
      } catch (error) {
        if (error instanceof AccountError) throw new OperatorError(error.message);
        throw error;
      }
    });
    output.answer(`Made the account ${email}\nPassword: ${password}`);
    return EXIT.done;
  },
};
