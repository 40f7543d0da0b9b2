type Theme = "system" | "light" | "dark";
const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const words: Record<Theme, string> = {
  system: "Theme: as the system",
  light: "Theme: light",
  dark: "Theme: dark",
};

/** The button that goes round light, dark and whatever the system says. */
export function enableThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-island=theme]");
  const label = button?.querySelector("[data-theme-label]");
  if (!button || !label) return;
  let theme = current();
  const show = () => {
    label.textContent = words[theme];
    button.title = words[theme];
  };
  button.addEventListener("click", () => {
    theme = next[theme];
    apply(theme);
    show();
  });
  show();
  button.hidden = false;
}

function current(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem("stet-theme");
    else localStorage.setItem("stet-theme", theme);
  } catch {
    // Storage is forbidden: the theme lasts as long as the page.
  }
}
