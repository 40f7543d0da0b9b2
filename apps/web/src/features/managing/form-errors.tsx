import { Notice } from "#ui/notice.js";
import { otherErrors, type FormState } from "./outcome.js";

export function FormErrors({ state, except }: { state: FormState; except?: readonly string[] }) {
  return otherErrors(state, except).map((message) => (
    <Notice key={message} tone="warning" isLive>
      <p>{message}</p>
    </Notice>
  ));
}
