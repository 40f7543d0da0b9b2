import { addCopyButtons } from "./copy-code.js";
import { stepThroughChanges } from "./changes.js";
import { keepHistoryInOrder } from "./history.js";
import { focusSearchOnSlash } from "./search-key.js";
import { enableThemeToggle } from "./theme.js";
import { followTableOfContents } from "./toc.js";

// Everything a reader's page does with JavaScript; without it, everything else still works.
enableThemeToggle();
focusSearchOnSlash();
addCopyButtons();
followTableOfContents();
stepThroughChanges();
keepHistoryInOrder();
