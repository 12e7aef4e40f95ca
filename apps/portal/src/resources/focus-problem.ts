/** After a refused form the cursor stands in the first field that is wrong, also when it was off the screen. */
export function focusProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
