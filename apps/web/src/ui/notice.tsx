import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.js";

type Tone = "note" | "warning" | "success";
const icons: Record<Tone, IconName> = { note: "clock", warning: "warning", success: "check" };

/** Something the reader should know before going on. */
export function Notice({
  tone = "note",
  icon,
  isLive = false,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  /** The outcome of what the reader just did. */
  isLive?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`notice ${tone}`}
      role={isLive ? (tone === "warning" ? "alert" : "status") : undefined}
    >
      <Icon name={icon ?? icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
