// Runs before the first paint, so that a reader's theme never flashes. The choice itself is kept by
// src/lib/project; this only reads it back, and falls back to what the system asks for.
(function () {
  var choice = 'system';
  try {
    var saved = JSON.parse(localStorage.getItem('durand.project') || 'null');
    if (saved && (saved.theme === 'light' || saved.theme === 'dark')) choice = saved.theme;
  } catch (error) {
    choice = 'system';
  }
  var dark =
    choice === 'dark' ||
    (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
