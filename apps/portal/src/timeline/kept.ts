/** What was made of something, as long as it was made with the same means. */
export class Kept<From extends object, To> {
  private made = new WeakMap<From, To>();
  private means: readonly unknown[] = [];

  of(from: From, means: readonly unknown[], make: () => To): To {
    if (means.length !== this.means.length || means.some((each, index) => each !== this.means[index])) {
      this.means = means;
      this.made = new WeakMap();
    }
    let to = this.made.get(from);
    if (to === undefined) {
      to = make();
      this.made.set(from, to);
    }
    return to;
  }
}
