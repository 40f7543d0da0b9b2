const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const everyControl = new RegExp(controls, "g");

/** Whether text holds marks that make it read differently from what a machine reads. */
export function hasBidiControls(text: string): boolean {
  return controls.test(text);
}

/** Puts a readable name where an invisible mark was ("Trojan Source"). Takes and gives HTML. */
export function showBidiControls(html: string): string {
  return html.replace(everyControl, (control) => {
    const name = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `<span class="bidi">[U+${name}]</span>`;
  });
}
