import teardown from './teardown.mjs';

export default async function browserTeardown() {
  await globalThis.gongjianBrowser.close();
  await teardown();
}
