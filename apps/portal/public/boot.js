// Runs before the first paint: the scheme and the language that were chosen last time.
(function () {
  var root = document.documentElement;
  try {
    var mode = localStorage.getItem('gj-mode') || 'system';
    var dark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-scheme', dark ? 'dark' : 'light');
    if (localStorage.getItem('gj-language') === 'en') root.lang = 'en';
  } catch {
    // Storage may be forbidden; then it stays light and Chinese.
  }
})();
