/** Hides what cannot be chosen: an older revision that is newer than the newer one. */
export function keepHistoryInOrder(): void {
  const form = document.querySelector<HTMLFormElement>("[data-island=history]");
  if (!form) return;
  const radios = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const chosen = (name: string) => Number(new FormData(form).get(name));
  const update = () => {
    const [base, head] = [chosen("base"), chosen("head")];
    for (const radio of radios) {
      const number = Number(radio.value);
      const isPossible = radio.name === "base" ? number < head || head === 0 : number > base;
      radio.parentElement?.classList.toggle("impossible", !isPossible && !radio.checked);
    }
  };
  form.addEventListener("change", update);
  update();
}
